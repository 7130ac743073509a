// Suggestions while a name is typed: choosing one goes straight to its page.
"use strict";
(() => {
  const box = document.querySelector(".search input");
  const list = document.getElementById("suggestions");
  if (!box || !list) return;
  let pages = new Map();
  let waiting = 0;
  const suggest = async () => {
    if (box.value.trim().length < 1) return;
    const answer = await fetch("/suggest?q=" + encodeURIComponent(box.value));
    if (!answer.ok) return;
    const found = await answer.json();
    pages = new Map(found.map((hit) => [hit.name, hit.page]));
    list.replaceChildren(...found.map((hit) => {
      const option = document.createElement("option");
      option.value = hit.name;
      option.label = hit.label === hit.name ? hit.name : hit.name + " — " + hit.label;
      return option;
    }));
  };
  box.addEventListener("input", (event) => {
    // a value that comes without typing was chosen from the list
    if (!event.inputType && pages.has(box.value)) { location.href = pages.get(box.value); return; }
    clearTimeout(waiting);
    waiting = setTimeout(suggest, 120);
  });
})();
