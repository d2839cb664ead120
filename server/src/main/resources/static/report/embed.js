// Shows a link to the report form in the place of this script:
//
//   <script src="https://vigie.example.org/report/embed.js" data-link="https://…" async></script>
//
// data-link, data-account, data-room and data-message name the reported content, and data-messenger
// its messenger if there are several; data-label is the text of the link. Nothing is loaded or sent
// before a visitor opens the link, which works without this script too: /report?link=…

(() => {
  const script = document.currentScript;
  const target = new URL("/report", script.src);
  for (const name of ["messenger", "link", "account", "room", "message"]) {
    if (script.dataset[name]) {
      target.searchParams.set(name, script.dataset[name]);
    }
  }
  const french = document.documentElement.lang.toLowerCase().startsWith("fr");
  const link = document.createElement("a");
  link.href = target.href;
  link.rel = "noopener";
  link.target = "_blank";
  link.className = "vigie-report";
  link.textContent = script.dataset.label || (french ? "Signaler" : "Report");
  script.after(link);
})();
