// Files go ahead of their form, one by one, with their progress in sight. Whatever fails is said
// beside the file; without this script the files go with the form.
(() => {
  "use strict";
  const say = (vietnamese, english) => (document.documentElement.lang === "en" ? english : vietnamese);
  const chooser = document.querySelector("input[type=file][data-upload]");
  if (!chooser) return;
  const form = chooser.form;
  const list = form.querySelector(".waiting");
  const most = Number(chooser.dataset.most);
  // A form of the desk has its own token besides; a citizen's needs none.
  const parts = () => {
    const sent = new FormData();
    for (const name of ["ticket", "csrfmiddlewaretoken"]) {
      const field = form.elements.namedItem(name);
      if (field) sent.set(name, field.value);
    }
    return sent;
  };
  const sizeOf = (bytes) =>
    bytes < 1048576
      ? `${Math.max(1, Math.round(bytes / 1024))} KB`
      : `${(bytes / 1048576).toLocaleString("vi", { maximumFractionDigits: 1 })} MB`;

  const make = (tag, className, text) => {
    const element = document.createElement(tag);
    if (className) element.className = className;
    if (text) element.textContent = text;
    return element;
  };
  const fail = (row, message) => {
    row.querySelector("progress")?.remove();
    const problem = make("p", "errorlist", message);
    problem.setAttribute("role", "alert");
    row.append(problem, remover(row, ""));
    row.dataset.failed = "yes";
  };
  const remover = (row, key) => {
    const button = make("button", "link", say("Bỏ tệp", "Remove file"));
    button.type = "button";
    button.append(make("span", "unseen", ` ${row.firstChild.textContent}`));
    button.addEventListener("click", () => drop(row, key));
    return button;
  };
  const drop = (row, key) => {
    row.remove();
    chooser.focus();
    if (!key) return;
    const sent = parts();
    sent.set("key", key);
    fetch(chooser.dataset.discard, { method: "POST", body: sent, headers: { "X-Requested-With": "fetch" } });
  };

  const send = (file) => {
    const row = make("li");
    row.append(make("span", "", file.name), make("span", "meta", sizeOf(file.size)));
    list.append(row);
    if (list.querySelectorAll("li:not([data-failed])").length > most)
      return Promise.resolve(fail(row, say(`Tối đa ${most} tệp.`, `At most ${most} files.`)));
    const bar = make("progress");
    bar.max = 100;
    bar.setAttribute("aria-label", say(`Đang gửi ${file.name}`, `Sending ${file.name}`));
    row.append(bar);
    const sent = parts();
    sent.set("file", file);
    return new Promise((done) => {
      const request = new XMLHttpRequest();
      request.open("POST", chooser.dataset.upload);
      request.setRequestHeader("X-Requested-With", "XMLHttpRequest");
      request.responseType = "json";
      request.upload.addEventListener("progress", (event) => {
        if (event.lengthComputable) bar.value = (event.loaded / event.total) * 100;
      });
      request.addEventListener("load", () => {
        const answer = request.response || {};
        if (request.status !== 200) fail(row, answer.message || say("Chưa gửi được tệp. Xin thử lại.", "The file was not sent. Please try again."));
        else {
          bar.remove();
          row.append(remover(row, answer.key));
        }
        done();
      });
      request.addEventListener("error", () => {
        fail(row, say("Mất kết nối khi gửi tệp. Xin bỏ tệp này rồi chọn lại.", "The connection broke. Please remove this file and choose it again."));
        done();
      });
      request.send(sent);
    });
  };

  let busy = Promise.resolve();
  let waiting = 0;
  chooser.addEventListener("change", () => {
    for (const file of chooser.files) {
      waiting += 1;
      busy = busy.then(() => send(file)).then(() => { waiting -= 1; });
    }
    chooser.value = "";
  });
  form.addEventListener("submit", (event) => {
    if (!waiting || event.submitter?.name) return;
    // The letter leaves when its last file has arrived.
    event.preventDefault();
    event.stopImmediatePropagation();
    busy.then(() => form.requestSubmit(event.submitter));
  }, true);
})();
