// Puts the YASGUI editor in the place of the plain form, which stays for browsers without scripts.
"use strict";
(() => {
  const place = document.getElementById("yasgui");
  const form = document.getElementById("sparql-form");
  const text = document.getElementById("sparql-query");
  const examples = document.getElementById("sparql-examples");
  const Yasgui = window.Yasgui?.default ?? window.Yasgui;
  if (!place || !form || !text || !Yasgui?.Yasqe) return;

  // an endpoint is taken apart as a URL: it has to be absolute
  const endpoint = new URL(place.dataset.endpoint, location.href).href;
  const base = "https://w3id.org/ai-policy-kg/";
  const example = "PREFIX org: <http://www.w3.org/ns/org#>\nPREFIX organization: <" + base + "id/org/>\n\n" +
    "SELECT ?member ?kind {\n  ?member org:memberOf organization:ai-alliance ;\n    org:classification ?kind\n}";

  // the other completers ask services elsewhere
  Yasgui.Yasqe.defaults.autocompleters = ["variables"];
  Yasgui.Yasqe.defaults.value = text.value || example;
  // what the endpoint says of an error, in words
  const failure = async (error) => {
    let told;
    try { told = JSON.parse(error.text); } catch { return undefined; }
    if (!told || !told.title) return undefined;
    const box = document.createElement("div"), head = document.createElement("p"), detail = document.createElement("p"), name = document.createElement("b"), code = document.createElement("code");
    box.className = "failure";
    box.setAttribute("role", "alert");
    name.textContent = place.dataset.failed;
    head.append(name, " (" + told.status + " " + told.title + ")");
    code.textContent = told.detail.replace(/^the query cannot be run: /, "");
    code.lang = "en";
    detail.append(code);
    box.append(head, detail);
    return box;
  };
  // the editor speaks English only; numbers stand as # in the list of what it says
  const words = JSON.parse(place.dataset.words);
  const said = (text) => {
    const numbers = text.match(/[\d.,]*\d/g) || [], known = words[text.trim().replace(/[\d.,]*\d/g, "#")];
    return known && known.replace(/#/g, () => numbers.shift());
  };
  const translate = (root) => {
    const walk = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    while (walk.nextNode()) {
      // never what was asked or answered
      if (walk.currentNode.parentElement.closest(".CodeMirror, tbody, pre")) continue;
      const text = said(walk.currentNode.data);
      if (text) walk.currentNode.data = text;
    }
    for (const element of root.querySelectorAll("[title], [aria-label], [placeholder]"))
      for (const name of ["title", "aria-label", "placeholder"]) {
        const text = element.hasAttribute(name) && said(element.getAttribute(name));
        if (text) element.setAttribute(name, text);
      }
  };
  if (Object.keys(words).length) new MutationObserver(() => translate(place)).observe(place, { childList: true, subtree: true, characterData: true });

  Yasgui.Yasr.defaults.errorRenderers = [failure];
  place.hidden = false;
  form.hidden = true;
  const yasgui = new Yasgui(place, {
    requestConfig: { endpoint, method: "GET" },
    endpointCatalogueOptions: { getData: () => [{ endpoint }], keys: [] },
    persistenceId: null,
    autofocus: false,
    // the address may name a query for us, never another endpoint
    populateFromUrl: false,
    yasqe: { prefixCcApi: null },
    yasr: { prefixes: JSON.parse(place.dataset.prefixes) },
  });
  place.querySelector(".CodeMirror textarea")?.setAttribute("aria-label", document.querySelector("label[for=sparql-query]").textContent);
  const run = () => yasgui.getTab().getYasqe().query().catch(() => {});
  if (text.value) run();
  examples?.addEventListener("change", () => {
    if (!examples.value) return;
    yasgui.getTab().getYasqe().setValue(examples.value);
    run();
  });
  // names in answers are those of the dataset; this site has the pages
  place.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='" + base + "']");
    if (!link) return;
    event.preventDefault();
    location.href = "/" + link.getAttribute("href").slice(base.length);
  }, true);
})();
