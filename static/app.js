// Small courtesies. Every page works without them.
(() => {
  const root = document.documentElement;
  const each = (selector, act, within = document) => within.querySelectorAll(selector).forEach(act);
  const kept = {
    get theme() { try { return localStorage.getItem("theme") || ""; } catch { return ""; } },
    set theme(value) { try { localStorage.setItem("theme", value); } catch { /* not kept, still shown */ } },
  };

  // The theme, before the first paint.
  const wear = (theme) => (theme ? (root.dataset.theme = theme) : delete root.dataset.theme);
  wear(kept.theme);

  // What is counted, told or timed, in the page and in every part that arrives later.
  function tend(part) {
    each("[data-theme-choice]", (choice) => {
      choice.hidden = false;
      choice.querySelector("select").value = kept.theme;
    }, part);
    each("time[data-local]", localize, part);
    each("[data-count]", count, part);
    each("[data-undo]:not([data-ticking])", tick, part);
    each("[data-focus]", once("focus", (summary) => summary.focus()), part);
    each("[data-say]", once("say", (news) => say(news.textContent)), part);
  }

  // Done once: the attribute goes with the deed, and comes back with the next answer of the server.
  function once(mark, act) {
    return (element) => { delete element.dataset[mark]; act(element); };
  }

  function say(words) {
    document.getElementById("said").textContent = words;
  }

  // A moment by the reader's own clock, with its zone; the server's words in UTC stay beside it or as its title.
  function localize(time) {
    const clock = new Intl.DateTimeFormat(root.lang === "en" ? "en-GB" : root.lang, {
      year: "numeric", month: time.dataset.local, day: "numeric",
      hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZoneName: "short",
    });
    time.removeAttribute("data-local");
    if (clock.resolvedOptions().timeZone === "UTC") return;
    const said = clock.format(new Date(time.dateTime));
    if (time.dataset.beside !== undefined) return time.insertAdjacentText("afterend", ` · ${said}`);
    time.title = time.textContent;
    time.textContent = said;
  }

  function count(text) {
    const told = document.getElementById(`${text.id}-left`);
    if (told) told.textContent = told.dataset.left.replace("#", text.maxLength - text.value.length);
  }

  const clocks = new WeakMap();

  function tick(form) {
    const seconds = form.querySelector("[data-seconds]");
    let left = Number(form.dataset.undo);
    form.dataset.ticking = "";
    clearInterval(clocks.get(form));
    clocks.set(form, setInterval(() => {
      left -= 1;
      if (seconds) seconds.textContent = left;
      if (left > 0 && form.isConnected) return;
      clearInterval(clocks.get(form));
      form.hidden = true;
    }, 1000));
  }

  // Where somebody acted: its id, since an answer may take the element away.
  let scene = "";
  document.addEventListener("submit", ({ target }) => { scene = target.parentElement.closest("[id]")?.id ?? ""; }, true);

  // After an answer the keyboard goes on at what is wrong, else where it was, and never at the top of the page.
  function resume() {
    const part = document.getElementById(scene);
    if (!part) return;
    const here = document.activeElement;
    const wrong = part.querySelector("[aria-invalid=true]");
    const lost = here === document.body || !here.checkVisibility();
    if (wrong) wrong.focus();
    else if (lost) (part.querySelector("[data-resume]") ?? part.querySelector("a, button, summary"))?.focus();
    scene = "";
  }

  // Text that was typed and not yet sent.
  const unsaved = new Set();
  const waiting = () => [...unsaved].some((form) => form.isConnected);

  document.addEventListener("input", ({ target }) => {
    if (target.matches("[data-count]")) count(target);
    const form = target.closest("form[data-unsaved]");
    if (form && target.matches("textarea, input[type=text]")) unsaved.add(form);
  });
  document.addEventListener("submit", ({ target }) => unsaved.delete(target), true);
  window.addEventListener("beforeunload", (leaving) => { if (waiting()) leaving.preventDefault(); });

  document.addEventListener("change", ({ target }) => {
    if (!target.closest("[data-theme-choice]")) return;
    kept.theme = target.value;
    wear(target.value);
  });

  // A permanent link leads there, and is copied on the way; it says so beside itself and aloud.
  document.addEventListener("click", async ({ target }) => {
    const link = target.closest("a[data-copy]");
    if (!link || !navigator.clipboard) return;
    try { await navigator.clipboard.writeText(link.href); } catch { return; }
    say(link.dataset.said = document.getElementById("said").dataset.copied);
    setTimeout(() => delete link.dataset.said, 3000);
  });

  document.addEventListener("DOMContentLoaded", () => tend(document));
  document.addEventListener("htmx:after:swap", () => { tend(document); requestAnimationFrame(resume); });
})();
