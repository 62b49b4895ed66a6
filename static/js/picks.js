/* Articles chosen by typing keep the order in which they were chosen: the last one stands last. */
"use strict";
(() => {
  const { jQuery } = window.django || {};
  if (!jQuery) return;
  jQuery(document).on("select2:select", "select.admin-autocomplete[multiple]", (event) => {
    const option = event.params.data.element;
    if (option) event.target.append(option);
    jQuery(event.target).trigger("change");
  });
})();
