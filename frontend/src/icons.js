// Replacements, drawn for this project, for the four Font Awesome icons inside the YASGUI bundle.
// The Font Awesome drawings are CC BY 4.0; these fall under the project's own licence.
// The view boxes stay as the bundle has them: 448x512 for faAlignLeft, 512x512 for the others.
export const icons = {
  faAlignLeft: "M0 48h320v56H0zM0 168h448v56H0zM0 288h320v56H0zM0 408h448v56H0z",
  faDownload: "M224 32h64v208h88L256 368 136 240h88zM48 400h416v64H48z",
  faQuestionCircle:
    "M256 24a232 232 0 1 1 0 464a232 232 0 1 1 0-464zM256 72a184 184 0 1 0 0 368a184 184 0 1 0 0-368z" +
    "M176 208a80 80 0 1 1 112 73v31h-64v-72h32a32 32 0 1 0-32-32zM224 336h64v56h-64z",
  faTable:
    "M32 64h448v384H32zM80 176v88h152v-88zM280 176v88h152v-88zM80 312v88h152v-88zM280 312v88h152v-88z",
};
