// A draft saves itself; a chosen file goes at once. Without this script buttons do both.
(() => {
  "use strict";
  const form = document.querySelector("form[data-autosave]");
  if (form) {
    const said = form.querySelector("[data-saved]");
    let timer = 0;
    const save = async () => {
      try {
        const answer = await fetch(form.action, {
          method: "POST", body: new FormData(form), headers: { "X-Requested-With": "fetch" },
        });
        if (!answer.ok) throw new Error(String(answer.status));
        said.textContent = `Đã lưu lúc ${(await answer.json()).saved_at}.`;
      } catch {
        said.textContent = "Chưa lưu được. Xin kiểm tra kết nối; chữ đã gõ còn nguyên trên trang.";
      }
    };
    form.addEventListener("input", () => {
      clearTimeout(timer);
      timer = setTimeout(save, 1500);
    });
  }
  for (const upload of document.querySelectorAll("form[data-upload-now]")) {
    upload.querySelector("button").hidden = true;
    upload.querySelector("input[type=file]").addEventListener("change", () => upload.requestSubmit());
  }
})();
