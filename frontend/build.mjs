// Rebuilds ../src/aikg/web/static/vendor/ from the locked npm packages, byte for byte. See README.md.
import { build } from "esbuild";
import { createHash } from "node:crypto";
import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { icons } from "./src/icons.js";

const here = dirname(fileURLToPath(import.meta.url));
process.chdir(here);
const vendor = join(here, "../src/aikg/web/static/vendor");
const text = (path) => readFileSync(path, "utf8");
const manifest = (name) => JSON.parse(text(`node_modules/${name}/package.json`));
const fail = (message) => {
  throw new Error(message);
};
const write = (name, content) => {
  mkdirSync(dirname(join(vendor, name)), { recursive: true });
  writeFileSync(join(vendor, name), content);
};

rmSync(vendor, { recursive: true, force: true });
mkdirSync(vendor, { recursive: true });
const used = new Map(); // package name -> set of built files that contain it
const use = (name, file) => used.set(name, (used.get(name) ?? new Set()).add(file));
const packageOf = (path) => {
  const at = path.lastIndexOf("node_modules/");
  if (at < 0) return undefined;
  const parts = path.slice(at + "node_modules/".length).split("/");
  return parts.slice(0, parts[0].startsWith("@") ? 2 : 1).join("/");
};

// 1. YASGUI: upstream's own bundle, without its source-map pointer and with the Font Awesome drawings replaced.
const yasgui = "node_modules/@zazuko/yasgui/build";
let script = text(`${yasgui}/yasgui.min.js`);
for (const [name, path] of Object.entries(icons)) {
  const source = text(`node_modules/@fortawesome/free-solid-svg-icons/${name}.js`);
  const original = /svgPathData = '([^']+)'/.exec(source)?.[1] ?? fail(`no drawing in ${name}`);
  if (script.split(original).length !== 2) fail(`${name}: expected exactly once in the YASGUI bundle`);
  script = script.replace(original, path);
}
const pointer = /\n\/\/# sourceMappingURL=\S+\s*$/;
if (!pointer.test(script)) fail("no source-map pointer in the YASGUI bundle");
script = script.replace(pointer, "\n");
write("yasgui.min.js", `/*! YASGUI ${manifest("@zazuko/yasgui").version} (MIT) and others: see LICENSES.md */\n${script}`);
write("yasgui.min.css", text(`${yasgui}/yasgui.min.css`));
const map = JSON.parse(text(`${yasgui}/yasgui.min.js.map`));
map.sources.forEach((source, index) => {
  const name = packageOf(source);
  if (!name) return;
  // The versions listed in LICENSES.md are those inside the bundle only if the sources agree.
  const path = source.slice(source.lastIndexOf("node_modules/"));
  if (text(path) !== map.sourcesContent[index]) fail(`${path} differs from what upstream bundled: pin its version`);
  if (name.startsWith("@fortawesome/") && !(path.split("/").at(-1).replace(".js", "") in icons)) {
    fail(`${path}: another Font Awesome drawing (CC BY 4.0); replace it in src/icons.js`);
  }
  use(name, "yasgui.min.js");
});
for (const name of ["yasgui", "yasqe", "yasr", "yasgui-utils"]) use(`@zazuko/${name}`, "yasgui.min.js");
for (const name of ["@zazuko/yasgui", "@zazuko/yasqe", "@zazuko/yasr", "codemirror", "datatables.net-dt"]) {
  use(name, "yasgui.min.css");
}

// 2. cytoscape with the fcose layout.
const bundle = await build({
  entryPoints: ["src/cytoscape.js"],
  outfile: join(vendor, "cytoscape.min.js"),
  bundle: true,
  minify: true,
  format: "iife",
  platform: "browser",
  target: "es2020",
  charset: "utf8",
  legalComments: "none",
  metafile: true,
  banner: { js: `/*! cytoscape ${manifest("cytoscape").version} (MIT) and others: see LICENSES.md */` },
});
for (const input of Object.keys(bundle.metafile.inputs)) {
  const name = packageOf(input);
  if (name) use(name, "cytoscape.min.js");
}

// 3. The Korean web font: every slice of Noto Sans KR but those with nothing other than (rare) hanja, and Cyrillic and
//    Vietnamese. Frequent hanja are in the kept slices; the browser draws the rest in a system font.
const font = "@fontsource-variable/noto-sans-kr";
const hanja = (from, to) => (from >= 0x3400 && to <= 0x9fff) || (from >= 0xf900 && to <= 0xfaff);
const faces = [];
for (const [, face] of text(`node_modules/${font}/wght.css`).matchAll(/@font-face \{([^}]*)\}/g)) {
  const file = /url\(\.\/files\/([^)]+\.woff2)\)/.exec(face)[1];
  const range = /unicode-range: ([^;]+);/.exec(face)[1];
  const pairs = range.split(",").map((part) => part.trim().slice(2).split("-").map((code) => parseInt(code, 16)));
  if (pairs.every(([from, to]) => hanja(from, to ?? from)) || /-(cyrillic|vietnamese)-/.test(file)) continue;
  mkdirSync(join(vendor, "fonts"), { recursive: true });
  cpSync(`node_modules/${font}/files/${file}`, join(vendor, "fonts", file));
  faces.push(
    "@font-face{font-family:'Noto Sans KR Variable';font-style:normal;font-display:swap;font-weight:100 900;" +
      `src:url(fonts/${file}) format('woff2');unicode-range:${range}}`,
  );
}
const version = manifest(font).version;
write("fonts.css", `/*! Noto Sans KR, ${font} ${version} (OFL-1.1): see LICENSES.md */\n${faces.join("\n")}\n`);
use(font, "fonts.css");
used.get(font).add("fonts/");

// 4. Licences.
const allowed = new Set(["MIT", "Apache-2.0", "OFL-1.1", "BSD-2-Clause", "BSD-3-Clause", "0BSD", "ISC"]);
const chosen = {
  dompurify: ["Apache-2.0", "dual-licensed MPL-2.0 OR Apache-2.0; taken under Apache-2.0"],
  jsuri: ["MIT", "stated in its LICENSE file"],
  "@fortawesome/free-solid-svg-icons": [
    "MIT",
    "code only: its CC BY 4.0 drawings are replaced by the project's own (frontend/src/icons.js)",
  ],
};
const supplied = { "@zazuko/": "yasgui.txt", "@json2csv/": "json2csv.txt" };
const prefaces = {
  [font]: "Copyright (c) 2014-2021 Adobe (http://www.adobe.com/), with Reserved Font Name 'Source'.\n\n",
};
const rows = [];
const licence = (name, content) => {
  write(`licenses/${name}`, `${content.replace(/\r\n/g, "\n").trimEnd()}\n`);
  return name;
};
for (const name of [...used.keys()].sort()) {
  const data = manifest(name);
  const [spdx, note] = chosen[name] ?? [data.license, ""];
  if (!allowed.has(spdx)) fail(`${name}: licence ${spdx} is not on the list`);
  const own = readdirSync(`node_modules/${name}`).find((entry) => /^licen[cs]e(\.(md|txt))?$/i.test(entry));
  const shared = Object.keys(supplied).find((scope) => name.startsWith(scope));
  let file;
  if (own) {
    const content = (prefaces[name] ?? "") + text(`node_modules/${name}/${own}`);
    file = licence(`${name.replace("@", "").replace("/", "-")}.txt`, content);
  } else {
    file = shared ? licence(supplied[shared], text(`licenses/${supplied[shared]}`)) : fail(`${name}: no licence text`);
  }
  rows.push([name, data.version, spdx, [...used.get(name)].join(", "), file, note]);
}
// Third-party code that upstream inlined.
licence("cytoscape-embedded.txt", text("licenses/cytoscape-embedded.txt"));
rows.push(["(inlined in cytoscape)", "", "MIT", "cytoscape.min.js", "cytoscape-embedded.txt", "heap.js, lodash and others"]);
const jama = /\/\*(\s+Apache License[\s\S]*?)\*\//.exec(text("node_modules/layout-base/layout-base.js"))?.[1];
licence("jamajs.txt", `Singular value decomposition adapted from https://github.com/dragonfly-ai/JamaJS\n${jama ?? fail("JamaJS")}`);
rows.push(["JamaJS (inlined in layout-base)", "", "Apache-2.0", "cytoscape.min.js", "jamajs.txt", "changed by upstream"]);
write(
  "LICENSES.md",
  [
    "# Third-party code and fonts in this folder",
    "",
    "Written by `frontend/build.mjs`. Full texts are in `licenses/`.",
    "",
    "| Name | Version | Licence | In | Text | Note |",
    "| --- | --- | --- | --- | --- | --- |",
    ...rows.map(([name, ver, spdx, files, file, note]) =>
      `| ${name} | ${ver} | ${spdx} | ${files} | [${file}](licenses/${file}) | ${note} |`.replace(/ {2,}/g, " "),
    ),
    "",
    "`yasgui.min.js` is upstream's bundle with two changes: the source-map pointer is removed and four drawings are",
    "replaced. The font files are unmodified; `fonts.css` lists a part of upstream's slices.",
    "",
  ].join("\n"),
);

// Report: size and one digest over all the built files.
const files = readdirSync(vendor, { recursive: true }).map((name) => join(vendor, name)).filter((path) => statSync(path).isFile()).sort();
const digest = createHash("sha256");
let total = 0;
for (const path of files) {
  const content = readFileSync(path);
  total += content.length;
  digest.update(`${relative(vendor, path)}\0${content.length}\0`).update(content);
}
if (total >= 5_000_000) fail(`vendor/ has ${total} bytes; the limit is 5 MB`);
console.log(`${files.length} files, ${total} bytes, sha256 ${digest.digest("hex")}`);
