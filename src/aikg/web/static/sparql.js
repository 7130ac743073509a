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
