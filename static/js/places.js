// Offers wards and communes while a name is typed, as a combobox by the ARIA pattern. Without this
// script the server understands the typed name and asks where it may mean several.
(() => {
  "use strict";
  const say = (vietnamese, english) => (document.documentElement.lang === "en" ? english : vietnamese);
  const input = document.getElementById("id_area");
  const chosen = document.getElementById("id_unit");
  if (!input || !chosen) return;
  const box = document.createElement("div");
  const list = document.createElement("ul");
  box.className = "offers";
  list.id = "noi-goi-y";
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", say("Phường, xã, đặc khu gợi ý", "Wards, communes and special zones"));
  list.hidden = true;
  box.append(list);
  input.after(box);
  for (const [name, value] of [
    ["role", "combobox"], ["aria-autocomplete", "list"], ["autocomplete", "off"],
    ["aria-expanded", "false"], ["aria-controls", list.id],
  ]) input.setAttribute(name, value);

  let active = -1;
  let asked = 0;
  const options = () => [...list.children];
  const show = (isOpen) => {
    list.hidden = !isOpen;
    input.setAttribute("aria-expanded", String(isOpen));
    if (!isOpen) point(-1);
  };
  const point = (number) => {
    active = number;
    options().forEach((option, place) => option.setAttribute("aria-selected", String(place === number)));
    const option = options()[number];
    if (option) {
      input.setAttribute("aria-activedescendant", option.id);
      option.scrollIntoView({ block: "nearest" });
    } else input.removeAttribute("aria-activedescendant");
  };
  const choose = (option) => {
    input.value = option.dataset.name;
    chosen.value = option.dataset.pk;
    show(false);
    input.dispatchEvent(new CustomEvent("input", { bubbles: true, detail: "chosen" }));
  };
  const draw = (places) => {
    list.replaceChildren(...places.map((place, number) => {
      const option = document.createElement("li");
      option.id = `noi-${number}`;
      option.setAttribute("role", "option");
      option.dataset.pk = place.pk;
      option.dataset.name = place.name;
      option.textContent = place.name;
      if (place.formerly) {
        const formerly = document.createElement("span");
        formerly.className = "meta";
        formerly.textContent = say(`trước là ${place.formerly}`, `formerly ${place.formerly}`);
        option.append(formerly);
      }
      option.addEventListener("mousedown", (event) => event.preventDefault());
      option.addEventListener("click", () => choose(option));
      return option;
    }));
    point(-1);
    show(places.length > 0);
  };
  const ask = async () => {
    const words = input.value.trim();
    const number = ++asked;
    if (words.length < 2) return show(false);
    try {
      const answer = await fetch(`/gop-y/dia-danh/?q=${encodeURIComponent(words)}`);
      const { places } = await answer.json();
      if (number === asked && document.activeElement === input) draw(places);
    } catch {
      show(false); // the server will understand the name
    }
  };

  let timer = 0;
  input.addEventListener("input", (event) => {
    if (event.detail === "chosen") return;
    chosen.value = "";
    clearTimeout(timer);
    timer = setTimeout(ask, 200);
  });
  input.addEventListener("blur", () => show(false));
  input.addEventListener("keydown", (event) => {
    const last = options().length - 1;
    if (event.key === "ArrowDown" && list.hidden) ask();
    else if (event.key === "ArrowDown") point(active < last ? active + 1 : 0);
    else if (event.key === "ArrowUp" && !list.hidden) point(active > 0 ? active - 1 : last);
    else if (event.key === "Enter" && active >= 0) choose(options()[active]);
    else if (event.key === "Escape" && !list.hidden) show(false);
    else return;
    event.preventDefault();
  });
})();
