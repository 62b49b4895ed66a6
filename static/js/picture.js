/* The picture field: uploads through our own door, or chooses from the store of the site. */
"use strict";
document.querySelectorAll(".picture-input").forEach((field) => {
  const input = field.querySelector("input[type=hidden]");
  const shown = field.querySelector(".picture-shown");
  const status = field.querySelector(".picture-status");
  const clear = field.querySelector("[data-act=clear]");
  const dialog = field.querySelector("dialog");
  const list = field.querySelector(".store");
  const search = dialog.querySelector("input[type=search]");
  const alt = document.getElementById("id_picture_alt");
  let waiting = null;

  function image(picture, address) {
    const made = new Image(picture.width, picture.height);
    made.src = address;
    made.alt = picture.alt;
    return made;
  }

  function choose(picture) {
    input.value = picture ? picture.id : "";
    shown.replaceChildren(...(picture ? [image(picture, picture.src)] : []));
    clear.hidden = !picture;
    if (picture && alt && !alt.value) alt.value = picture.alt;
    input.dispatchEvent(new Event("change", { bubbles: true }));
  }

  async function upload(file) {
    const body = new FormData();
    body.set("upload", file);
    body.set("csrfmiddlewaretoken", document.querySelector("[name=csrfmiddlewaretoken]").value);
    status.textContent = "Đang tải hình lên…";
    status.dataset.kind = "";
    try {
      const answer = await fetch(field.dataset.upload, {
        method: "POST", body, headers: { "X-Requested-With": "fetch" }, credentials: "same-origin",
      });
      const found = await answer.json();
      if (!answer.ok) throw new Error(found.error?.message || found.message);
      choose(found.picture);
      status.textContent = "Đã tải hình lên. Hãy viết mô tả hình.";
    } catch (problem) {
      status.textContent = problem instanceof TypeError ? "Không gửi được, hãy thử lại." : problem.message;
      status.dataset.kind = "bad";
    }
  }

  async function fillStore() {
    const address = `${field.dataset.store}&tim=${encodeURIComponent(search.value)}`;
    const answer = await fetch(address, { headers: { "X-Requested-With": "fetch" }, credentials: "same-origin" });
    const { pictures } = await answer.json();
    list.replaceChildren(...pictures.map((picture) => {
      const row = document.createElement("li");
      const pick = Object.assign(document.createElement("button"), { type: "button" });
      const words = document.createElement("span");
      words.textContent = picture.alt || "Chưa có mô tả";
      pick.append(image({ ...picture, alt: "" }, picture.small), words);
      pick.addEventListener("click", () => { choose(picture); dialog.close(); });
      row.append(pick);
      return row;
    }));
    if (!pictures.length) list.textContent = "Chưa có hình nào khớp.";
  }

  field.querySelector("input[type=file]").addEventListener("change", (event) => {
    if (event.target.files[0]) upload(event.target.files[0]);
    event.target.value = "";
  });
  field.querySelector("[data-act=choose]").addEventListener("click", () => { dialog.showModal(); fillStore(); });
  field.querySelector("[data-act=close]").addEventListener("click", () => dialog.close());
  clear.addEventListener("click", () => choose(null));
  search.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(fillStore, 250); });
  search.addEventListener("keydown", (event) => { if (event.key === "Enter") event.preventDefault(); });
});
