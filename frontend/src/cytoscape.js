// Bundled by build.mjs into vendor/cytoscape.min.js: window.cytoscape with the "fcose" layout registered.
import cytoscape from "cytoscape";
import fcose from "cytoscape-fcose";

cytoscape.use(fcose);
window.cytoscape = cytoscape;
