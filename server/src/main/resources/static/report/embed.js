// Shows a link to the report form in the place of this script:
//
//   <script src="https://vigie.example.org/report/embed.js" data-link="https://…" async></script>
//
// data-link, data-account, data-room and data-message name the reported content, and data-messenger
// its messenger if there are several; data-surface says who can see it, and data-label is the text
// of the link. Nothing is loaded or sent before a visitor opens the link. The place stands behind a
// "#", so no server on the way has it in its logs; /report?link=… works without any script.

(() => {
  const script = document.currentScript;
  const target = new URL("/report", script.src);
  const place = new URLSearchParams();
  for (const name of ["messenger", "surface", "link", "account", "room", "message"]) {
    if (script.dataset[name]) {
      place.set(name, script.dataset[name]);
    }
  }
  target.hash = place.toString();
  const french = document.documentElement.lang.toLowerCase().startsWith("fr");
  const link = document.createElement("a");
  link.href = target.href;
  link.rel = "noopener";
  link.target = "_blank";
  link.className = "vigie-report";
  link.textContent = script.dataset.label || (french ? "Signaler" : "Report");
  script.after(link);
})();
