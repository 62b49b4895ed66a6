/* Boxes in which an article is found by typing: named for those who listen, and what was chosen
   last stands last. */
"use strict";
(() => {
  const { jQuery } = window.django || {};
  if (!jQuery) return;

  function name(select) {
    const box = select.nextElementSibling;
    const words = select.labels[0]?.textContent.replace(/:\s*$/, "").trim();
    if (!box?.classList.contains("select2") || !words) return;
    box.querySelectorAll("[role=combobox], .select2-search__field, [role=textbox]")
      .forEach((part) => part.setAttribute("aria-label", words));
    box.querySelectorAll("ul.select2-selection__rendered")
      .forEach((part) => part.setAttribute("role", "presentation"));
  }

  function nameAll() {
    document.querySelectorAll("select.admin-autocomplete").forEach(name);
  }

  jQuery(document).on("select2:select", "select.admin-autocomplete[multiple]", (event) => {
    const option = event.params.data.element;
    if (option) event.target.append(option);
    jQuery(event.target).trigger("change");
  });
  jQuery(document).on("change", "select.admin-autocomplete", (event) => name(event.target));
  jQuery(nameAll);
})();
