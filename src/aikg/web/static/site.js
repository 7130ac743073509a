// Suggestions while a name is typed (the ARIA combobox pattern); "/" goes to the search box.
"use strict";
(() => {
  // on a narrow screen rows of links are longer than it: the current one shall be seen
  for (const row of document.querySelectorAll(".menu, .tabs")) {
    const here = row.querySelector("[aria-current]");
    if (here) row.scrollLeft = here.offsetLeft - row.offsetLeft - row.clientWidth / 2 + here.clientWidth / 2;
  }
  const box = document.querySelector(".search input");
  if (!box) return;
  const list = document.createElement("ul");
  list.className = "suggestions";
  list.id = "suggestions";
  list.hidden = true;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", box.getAttribute("aria-label"));
  box.form.append(list);
  for (const [name, value] of [["role", "combobox"], ["aria-controls", list.id], ["aria-autocomplete", "list"], ["aria-expanded", "false"]]) box.setAttribute(name, value);

  let found = [], chosen = -1, waiting = 0, asked = 0;
  const close = () => { list.hidden = true; chosen = -1; box.setAttribute("aria-expanded", "false"); box.removeAttribute("aria-activedescendant"); };
  const choose = (index) => {
    chosen = (index + found.length + 1) % (found.length + 1);
    if (chosen === found.length) chosen = -1;
    [...list.children].forEach((item, i) => item.setAttribute("aria-selected", String(i === chosen)));
    if (chosen < 0) box.removeAttribute("aria-activedescendant"); else box.setAttribute("aria-activedescendant", "s" + chosen);
  };
  const show = () => {
    list.replaceChildren(...found.map((hit, i) => {
      const item = document.createElement("li");
      item.id = "s" + i;
      item.setAttribute("role", "option");
      item.setAttribute("aria-selected", "false");
      const name = document.createElement("b"), what = document.createElement("span");
      name.textContent = hit.label;
      what.textContent = [hit.name === hit.label ? "" : hit.name, hit.nature].filter(Boolean).join(" · ");
      item.append(name, what);
      item.addEventListener("mousedown", (event) => { event.preventDefault(); location.href = hit.page; });
      return item;
    }));
    chosen = -1;
    list.hidden = !found.length;
    box.setAttribute("aria-expanded", String(!list.hidden));
  };
  const suggest = async () => {
    const mine = ++asked;
    if (!box.value.trim()) { found = []; close(); return; }
    try {
      const answer = await fetch("/suggest?q=" + encodeURIComponent(box.value));
      const hits = answer.ok ? await answer.json() : [];
      // an answer to what was typed before is late
      if (mine === asked && document.activeElement === box) { found = hits; show(); }
    } catch { close(); }
  };
  box.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(suggest, 90); });
  box.addEventListener("blur", close);
  box.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    // the browser empties the box at a second Escape
    if (event.key === "Escape" && !list.hidden) { event.preventDefault(); close(); return; }
    if (event.key === "Enter" && chosen >= 0 && !list.hidden) { event.preventDefault(); location.href = found[chosen].page; return; }
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    event.preventDefault();
    if (list.hidden && found.length) show();
    choose(chosen + (event.key === "ArrowDown" ? 1 : -1));
  });
  // on paper nothing can be unfolded
  addEventListener("beforeprint", () => { for (const fold of document.querySelectorAll("main details")) fold.open = true; });
  // a switch turns at the space bar as well (ARIA switch pattern)
  for (const turned of document.querySelectorAll("a[role=switch]"))
    turned.addEventListener("keydown", (event) => { if (event.key === " ") { event.preventDefault(); turned.click(); } });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName) || event.target.isContentEditable) return;
    event.preventDefault();
    box.focus();
    box.select();
  });
})();
