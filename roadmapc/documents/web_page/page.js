"use strict";
/* Filters, sorts and remembers; what it shows comes from the data block by textContent alone. */
(async () => {
  const $ = (id) => document.getElementById(id);
  const read = async () => {
    const text = $("data").textContent.trim();
    if (!text.startsWith("z:")) return JSON.parse(text);
    const bytes = Uint8Array.from(atob(text.slice(2)), (sign) => sign.charCodeAt(0));
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
    return JSON.parse(await new Response(stream).text());
  };
  const data = await read();
  const { words, plans, owners, sections, states, kinds, rows } = data;
  const W = (name, n) => words[name].replace("{n}", n);
  const DAY = 86400000;
  const date = (n) => new Date(n * DAY);
  const two = (n) => String(n).padStart(2, "0");
  const day = (n) => { const d = date(n); return `${two(d.getUTCDate())}.${two(d.getUTCMonth() + 1)}.${d.getUTCFullYear()}`; };
  const number = (y, m, d) => Date.UTC(y, m, d) / DAY;
  const monthOf = (n) => { const d = date(n); return d.getUTCFullYear() * 12 + d.getUTCMonth(); };
  const monthName = (m) => `${words.months[m % 12]} ${Math.floor(m / 12)}`;
  const make = (tag, text, attributes = {}) => {
    const one = document.createElement(tag);
    if (text !== undefined && text !== null) one.textContent = text;
    for (const [name, value] of Object.entries(attributes)) if (value !== false) one.setAttribute(name, value);
    return one;
  };

  /* A row: [plan, number, section, activity, deadline, kind, [owner…], state, [[first, due, state, done]…], understood, result, more] */
  const P = 0, NUM = 1, SEC = 2, TEXT = 3, WORDS = 4, KIND = 5, OWN = 6, STATE = 7, UNITS = 8, READ = 9, RESULT = 10, MORE = 11;
  const ENDINGS = /(ями|ами|ого|его|ому|ему|ыми|ими|ать|ять|ить|еть|ах|ях|ов|ев|ей|ой|ый|ий|ая|яя|ое|ее|ую|юю|ом|ем|ам|ям|ию|ия|ии|ие|[аяоеыиуюьй])$/;
  const plain = (text) => text.toLowerCase().replaceAll("ё", "е");
  const stem = (word) => (word.length > 4 ? word.replace(ENDINGS, "") : word);
  const stems = (text) => plain(text).split(/[^\p{L}\p{N}.]+/u).filter(Boolean).map(stem);
  const known = new Map();
  const monthAt = (n) => { let m = known.get(n); if (m === undefined) known.set(n, (m = monthOf(n))); return m; };
  const lists = new Map();
  const monthsOf = (row) => {
    const units = row[UNITS];
    if (units.length === 1) { const m = monthAt(units[0][1]); let one = lists.get(m); if (!one) lists.set(m, (one = [m])); return one; }
    return [...new Set(units.map((unit) => monthAt(unit[1])))];
  };
  const plainOwners = owners.map(plain), plainPlans = plans.map((plan) => plain(plan.name));
  const searched = new Array(rows.length);
  const textOf = (at) => {
    const row = rows[at];
    return (searched[at] ??= plain(`${row[NUM]} ${row[TEXT]} ${row[WORDS]}`) + ` ${row[OWN].map((one) => plainOwners[one]).join(" ")} ${plainPlans[row[P]]}`);
  };

  /* What is chosen from: its name, the value or the values of a row, the words of a value, and how an address names
     it: by what it is, never by its place, which the next row that is added may change. */
  const month = (m) => `${Math.floor(m / 12)}-${two((m % 12) + 1)}`;
  const monthFrom = (text) => { const [y, m] = text.split("-").map(Number); return y * 12 + m - 1; };
  const inList = (list) => [(at) => list[at], (text) => list.indexOf(text)];
  const one = (place) => Int32Array.from(rows, (row) => row[place]);
  const FACETS = [
    ["plan", one(P), (at) => plans[at].name, ...inList(plans.map((plan) => plan.id))],
    ["owner", rows.map((row) => row[OWN]), (at) => owners[at], ...inList(owners)],
    ["section", one(SEC), (at) => sections[at], ...inList(sections)],
    ["status", one(STATE), (at) => words.states[states[at]], ...inList(states)],
    ["month", rows.map(monthsOf), monthName, month, monthFrom],
    ["kind", one(KIND), (at) => words.kinds[kinds[at]] || kinds[at], ...inList(kinds)],
  ].filter(([name]) => name !== "plan" || plans.length > 1);

  const SPANS = { "": [data.first, data.last] };
  const isRegion = plans.length !== 1;
  const VIEWS = ["year", "list", "calendar", "load", "documents"].concat(isRegion ? ["region"] : []);
  const state = { view: VIEWS[0], q: "", sort: "", zoom: "", at: "" };
  const chosen = {}, unknown = {}; /* what an address asks for, and what of it is not here */
  const parse = () => {
    const [view, ...rest] = location.hash.slice(1).split("?");
    const asked = new URLSearchParams(rest.join("?"));
    state.view = VIEWS.includes(view) ? view : isRegion ? "region" : "year";
    for (const name of ["q", "sort", "zoom", "at"]) state[name] = asked.get(name) || "";
    if (!/^(w?-?\d{1,7})?$/.test(state.at)) state.at = "";
    if (!Object.hasOwn(SPANS, state.zoom)) state.zoom = "";
    for (const [name, , , , find] of FACETS) {
      unknown[name] = null;
      chosen[name] = asked.get(name) === null ? null : find(asked.get(name));
      if (chosen[name] !== null && !(chosen[name] >= 0)) { unknown[name] = asked.get(name); chosen[name] = -1; }
    }
  };
  const address = (view = state.view) => {
    const asked = new URLSearchParams();
    for (const name of ["q", "sort", "zoom", "at"]) if (state[name]) asked.set(name, state[name]);
    for (const [name, , , code] of FACETS) if (chosen[name] !== null) asked.set(name, unknown[name] ?? code(chosen[name]));
    const query = asked.toString();
    return `#${view}${query ? "?" + query : ""}`;
  };
  let latest = ["", 0];
  const go = (control = "") => { /* arrow keys in a list are one step back */
    const isSame = control && latest[0] === control && Date.now() - latest[1] < 1500;
    latest = [control, Date.now()];
    history[isSame ? "replaceState" : "pushState"](null, "", address());
    show();
  };

  /* One pass: a row that fails one facet alone still counts in the choices of that one. */
  let found = [];
  const counts = {};
  const filter = () => {
    const wanted = stems(state.q);
    found = [];
    const columns = FACETS.map(([, values]) => values), wants = FACETS.map(([name]) => chosen[name]);
    const sums = FACETS.map(() => new Map());
    const count = (f, at) => {
      const value = columns[f][at], some = sums[f];
      if (typeof value === "number") some.set(value, (some.get(value) || 0) + 1);
      else for (const its of value) some.set(its, (some.get(its) || 0) + 1);
    };
    const zoomed = state.view === "year" && state.zoom ? SPANS[state.zoom] : null;
    for (let at = 0; at < rows.length; at += 1) {
      if (wanted.length) { const text = textOf(at); if (!wanted.every((word) => text.includes(word))) continue; }
      let failed = -1, fails = 0;
      for (let f = 0; f < wants.length && fails < 2; f += 1) {
        if (wants[f] === null) continue;
        const value = columns[f][at];
        if (typeof value === "number" ? value !== wants[f] : !value.includes(wants[f])) { failed = f; fails += 1; }
      }
      if (fails > 1) continue;
      if (zoomed && !rows[at][UNITS].some((unit) => unit[0] <= zoomed[1] && unit[1] >= zoomed[0])) continue;
      if (fails) { count(failed, at); continue; }
      found.push(at);
      for (let f = 0; f < wants.length; f += 1) count(f, at);
    }
    FACETS.forEach(([name], f) => { counts[name] = sums[f]; });
    const key = Object.hasOwn(SORTS, state.sort.replace("-", "")) && SORTS[state.sort.replace("-", "")];
    if (key) {
      const keys = new Map(found.map((at) => [at, key(rows[at])]));
      found.sort((a, b) => (keys.get(a) < keys.get(b) ? -1 : keys.get(a) > keys.get(b) ? 1 : a - b));
      if (state.sort.startsWith("-")) found.reverse();
    }
  };
  const LAST = 1e7;
  const SORTS = {
    activity: (row) => plain(row[TEXT]),
    deadline: (row) => row[UNITS].reduce((least, unit) => Math.min(least, unit[1]), LAST),
    owners: (row) => row[OWN].map((at) => plain(owners[at])).join(),
    state: (row) => row[STATE],
  };

  /* The form */
  const form = $("filters");
  const selects = {};
  const labelled = (text, control) => { const label = make("label", text); label.append(make("br"), control); form.append(label); return control; };
  const search = labelled(words.search, make("input", null, { type: "search", name: "q" }));
  for (const [name] of FACETS) selects[name] = labelled(words[name], make("select", null, { name }));
  const zoom = labelled(words.zoom, make("select", null, { name: "zoom" }));
  const reset = make("button", words.reset, { type: "button" });
  const csv = make("button", words.csv, { type: "button" });
  form.append(reset, csv);
  let waiting = 0, filling = 0;
  search.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(() => { state.q = search.value.trim(); history.replaceState(null, "", address()); show(); }, 80); });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("change", (event) => {
    const { name, value } = event.target;
    if (name === "q") return;
    if (name === "zoom") state.zoom = value; else { chosen[name] = value === "" ? null : Number(value); unknown[name] = null; }
    go(name);
  });
  reset.addEventListener("click", () => { Object.assign(state, { q: "", sort: "", zoom: "", at: "" }); for (const [name] of FACETS) chosen[name] = null; go(); });
  csv.addEventListener("click", () => {
    /* Words are text in a spreadsheet, whatever they begin with and look like (docs/decisions/012). */
    const NUMBER_LIKE = /^(?=\D*\d)[\d\s.,:/\-–%]+(?:[eе][+-]?\d{1,4}|₽|р\.?|руб\.?|г\.?|[ap]m)?$|^(?:\d{1,4}[\s.\-/]{0,3})?(?:янв|фев|мар|апр|ма[йя]|июн|июл|авг|сен|окт|ноя|дек|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[а-яa-z]{0,9}[\s.\-/]{0,3}(?:\d{1,4})?\s{0,3}(?:г\.?|года?)?$/i;
    const cell = (text) => {
      let safe = text.replace(/(^|\n)([\s"'`«»“”„‘’‚‹›]*)([=+\-@|%:])/g, "$1'$2$3");
      if (NUMBER_LIKE.test(safe) && !/^(0|[1-9]\d{0,14})$/.test(safe)) safe += "\t";
      return `"${safe.replaceAll('"', '""')}"`;
    };
    const head = [words.municipality, words.number, words.section, words.activity, words.deadline, words.due, words.owners, words.status];
    const lines = found.map((at) => { const row = rows[at]; return [plans[row[P]].name, row[NUM], sections[row[SEC]], row[TEXT], row[WORDS], row[UNITS].map((unit) => day(unit[1])).join(", "), row[OWN].map((one) => owners[one]).join("; "), words.states[states[row[STATE]]]]; });
    const text = "\ufeff" + [head, ...lines].map((line) => line.map((one) => cell(String(one))).join(";")).join("\r\n") + "\r\n";
    const link = make("a", null, { href: URL.createObjectURL(new Blob([text], { type: "text/csv" })), download: "roadmap.csv" });
    document.body.append(link); link.click(); link.remove();
  });
  const fill = () => {
    if (search.value.trim() !== state.q) search.value = state.q;
    for (const [name, , label] of FACETS) {
      const select = selects[name];
      const some = [...counts[name]].sort((a, b) => (name === "month" || name === "status" ? a[0] - b[0] : label(a[0]).localeCompare(label(b[0]), data.lang)));
      if (chosen[name] !== null && !counts[name].has(chosen[name])) some.push([chosen[name], 0]);
      const said = (value) => (value === -1 ? unknown[name] : label(value)) || "–";
      select.replaceChildren(make("option", words.all, { value: "" }), ...some.slice(0, 3000).map(([value, n]) => make("option", `${said(value)} (${n})`, { value })));
      select.value = chosen[name] === null ? "" : String(chosen[name]);
    }
    zoom.value = state.zoom;
  };

  /* The scale of the year */
  const all = [data.first, data.last];
  const years = all[0] === null ? [] : Array.from({ length: date(all[1]).getUTCFullYear() - date(all[0]).getUTCFullYear() + 1 }, (_, n) => date(all[0]).getUTCFullYear() + n);
  const option = (key, text) => zoom.append(make("option", text, { value: key }));
  option("", words.whole);
  for (const year of years) { SPANS[`y${year}`] = [number(year, 0, 1), number(year, 11, 31)]; option(`y${year}`, `${year}`); }
  for (const year of [years[0] - 1, ...years]) if (number(year, 8, 1) <= all[1] && number(year + 1, 7, 31) >= all[0]) { SPANS[`s${year}`] = [number(year, 8, 1), number(year + 1, 7, 31)]; option(`s${year}`, `${year}/${year + 1}`); }
  for (const year of years.slice(0, 40)) for (let q = 0; q < 4; q += 1) { SPANS[`q${year}-${q}`] = [number(year, q * 3, 1), number(year, q * 3 + 3, 0)]; option(`q${year}-${q}`, `${["I", "II", "III", "IV"][q]} ${words.quarter} ${year}`); }
  const percent = (n, [first, last]) => ((n - first) * 100) / (last - first + 1);
  const place = (one, first, last, span) => {
    const left = Math.max(0, percent(first, span)), right = Math.min(100, percent(last + 1, span));
    one.hidden = right <= 0 || left >= 100;
    one.style.left = `${left}%`;
    if (!one.classList.contains("day")) one.style.width = `${Math.max(0, right - left)}%`;
  };
  const bars = (row, span) => {
    const track = make("span", null, { class: "track", "aria-hidden": "true" });
    for (const [first, due, its] of row[UNITS]) {
      const shape = kinds[row[KIND]] === "continuous" ? "line " : first === due ? "day " : "";
      const bar = make("i", null, { class: shape + states[its] });
      place(bar, first, due, span);
      track.append(bar);
    }
    if (data.today >= span[0] && data.today <= span[1]) { const now = make("u"); now.style.left = `${percent(data.today, span)}%`; track.append(now); }
    return track;
  };
  const ruler = (span) => {
    const found = make("span", null, { class: "ruler", "aria-hidden": "true" });
    const length = monthOf(span[1]) - monthOf(span[0]) + 1;
    const step = length > 48 ? 12 * Math.ceil(length / 144) : length > 24 ? 3 : 1;
    for (let m = monthOf(span[0]); m <= monthOf(span[1]); m += 1) {
      const isYear = m === monthOf(span[0]) || (m % 12 === 0 && (step <= 12 || (m - monthOf(span[0])) % step < 12));
      const left = `${percent(Math.max(span[0], number(Math.floor(m / 12), m % 12, 1)), span)}%`;
      const tick = (text, name) => { const one = make("b", text, { class: name }); one.style.left = left; found.append(one); };
      if (isYear) tick(`${Math.floor(m / 12)}`, "y");
      if (step < 12 && m % step === 0) tick(words.short[m % 12], "m");
    }
    return found;
  };

  /* The rows: those of the page, or as many as are seen of many */
  const body = document.querySelector(".rows tbody");
  const fixed = new Map([...body.querySelectorAll("tr[data-row]")].map((tr) => [Number(tr.dataset.row), tr]));
  const heads = [...body.querySelectorAll("tr.head")];
  const isFixed = fixed.size === rows.length;
  const first = [...body.children];
  const MANY = 100;
  let shown = 0, laid = "\u0000";
  const line = (at) => {
    const row = rows[at];
    const tr = make("tr", null, { "data-row": at });
    tr.append(make("td", row[NUM], { class: "number" }));
    const activity = make("td", row[TEXT], { class: "activity" });
    activity.append(make("small", [isRegion ? plans[row[P]].name : "", sections[row[SEC]]].filter(Boolean).join(" · ")));
    const deadline = make("td", row[WORDS], { class: "deadline" });
    const its = make("td", null, { class: "state" });
    its.append(make("span", words.states[states[row[STATE]]], { class: `s ${states[row[STATE]]}` }));
    const chart = make("td", null, { class: "chart" });
    chart.append(bars(row, SPANS[state.zoom] || all));
    tr.append(activity, deadline, make("td", row[OWN].map((one) => owners[one]).join("; "), { class: "owners" }), its, chart);
    return tr;
  };
  const more = $("more");
  const draw = () => {
    const next = found.slice(shown, shown + MANY);
    body.append(...next.map((at) => openable(line(at))));
    shown += next.length;
    more.hidden = shown >= found.length;
  };
  more.firstElementChild.addEventListener("click", draw);
  const openable = (tr) => {
    const cell = tr.querySelector(".activity");
    const text = cell.firstChild;
    if (!text || text.nodeName === "BUTTON") return tr;
    const button = make("button", text.textContent, { type: "button", "aria-controls": "details" });
    cell.replaceChild(button, text);
    return tr;
  };
  for (const [at, tr] of fixed) {
    const where = [isRegion ? plans[rows[at][P]].name : "", sections[rows[at][SEC]]].filter(Boolean).join(" · ");
    openable(tr).querySelector(".activity").append(make("small", where, { class: "where" })); /* for sorted lists */
  }
  const span = () => SPANS[state.zoom] || all;
  const showRows = () => {
    const scale = `${state.zoom}`;
    if (all[0] !== null && laid !== scale) {
      laid = scale;
      const head = document.querySelector("th.chart");
      head.querySelector(".ruler")?.remove();
      head.append(ruler(span()));
      for (const [at, tr] of fixed) tr.querySelector(".chart").replaceChildren(bars(rows[at], span()));
    }
    if (!isFixed) { body.replaceChildren(); shown = 0; draw(); return; }
    const seen = new Set(found);
    if (state.sort) {
      body.replaceChildren(...found.map((at) => fixed.get(at)));
      for (const at of found) fixed.get(at).hidden = false;
      return;
    }
    if (body.children.length !== first.length || body.firstChild !== first[0]) body.replaceChildren(...first);
    for (const [at, tr] of fixed) tr.hidden = !seen.has(at);
    for (const head of heads) {
      let next = head.nextElementSibling;
      while (next && !next.classList.contains("head") && next.hidden) next = next.nextElementSibling;
      head.hidden = !next || next.classList.contains("head");
    }
  };
  for (const th of document.querySelectorAll(".rows thead th")) {
    const key = th.className;
    if (!SORTS[key]) continue;
    const button = make("button", th.textContent, { type: "button" });
    button.addEventListener("click", () => { state.sort = state.sort === key ? `-${key}` : state.sort === `-${key}` ? "" : key; go(); });
    th.replaceChildren(button, make("span", th.textContent, { class: "print" }));
  }
  const showSorts = () => {
    for (const th of document.querySelectorAll(".rows thead th")) {
      if (!SORTS[th.className]) continue;
      th.setAttribute("aria-sort", state.sort === th.className ? "ascending" : state.sort === `-${th.className}` ? "descending" : "none");
    }
  };

  /* What a row is about: at a look, by the mouse or the keyboard */
  const details = $("details");
  const tell = (at) => {
    const row = rows[at];
    const list = make("dl");
    const say = (name, text) => { if (text) list.append(make("dt", name), make("dd", text)); };
    say(words.activity, `${row[NUM]} ${row[TEXT]}`.trim());
    if (plans.length > 1) say(words.municipality, plans[row[P]].name);
    say(words.deadline, row[WORDS]);
    say(words.understood, row[READ]);
    say(words.due, row[UNITS].slice(0, 12).map(([from, due, its, done]) => `${from === due ? "" : day(from) + " – "}${day(due)}: ${words.states[states[its]]}${done ? " " + day(done) : ""}`).join("; "));
    say(words.owners, row[OWN].map((one) => owners[one]).join("; "));
    say(words.status, words.states[states[row[STATE]]]);
    say(words.result, row[RESULT]);
    for (const [name, text] of row[MORE] || []) say(name, text);
    details.replaceChildren(list);
    details.hidden = false;
    document.documentElement.classList.add("told");
  };
  const untell = () => { details.hidden = true; document.documentElement.classList.remove("told"); };
  const at = (event) => { const tr = event.target.closest?.("[data-row]"); return tr ? Number(tr.dataset.row) : null; };
  for (const type of ["mouseover", "focusin", "click"]) document.addEventListener(type, (event) => {
    const row = at(event);
    if (row !== null) {
      tell(row);
      if (type === "focusin") event.target.scrollIntoView({ block: "nearest" }); /* from under what is told of it */
    } else if (!event.target.closest?.("#details")) untell();
  });
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") untell(); });
  document.querySelector(".skip").addEventListener("click", (event) => { event.preventDefault(); $("main").focus(); });

  /* The calendar */
  /* A day is off where it is so for all that are shown: regions and schools may have days of their own. */
  const calendars = data.calendars.map(([off, working]) => [new Set(off), new Set(working)]);
  const isOffIn = (n) => ([off, working]) => off.has(n) || ([0, 6].includes(date(n).getUTCDay()) && !working.has(n));
  const ours = () => [...new Set(found.map((at) => plans[rows[at][P]].calendar))].map((at) => calendars[at]);
  const button = (text, at, name) => {
    const one = make("button", text, { type: "button", "data-name": name });
    one.addEventListener("click", () => { state.at = at; go(); document.querySelector(`[data-name="${name}"]`)?.focus(); });
    return one;
  };
  const edges = [number(data.years[0], 0, 1), number(data.years[1], 11, 31)];
  const entry = (at, unit) => {
    const item = make("li", null, { "data-row": at });
    const one = make("button", `${rows[at][NUM]} ${rows[at][TEXT].slice(0, 60)}${rows[at][TEXT].length > 60 ? " …" : ""}`, { type: "button", class: `s ${states[unit[2]]}`, "aria-controls": "details" });
    item.append(one);
    return item;
  };
  const showCalendar = () => {
    const isWeek = state.at.startsWith("w");
    const now = Math.min(Math.max(data.today, all[0] ?? data.today), all[1] ?? data.today);
    const asked = isWeek ? Number(state.at.slice(1)) : state.at ? Number(state.at) : monthOf(now);
    const month = isWeek ? 0 : Math.min(Math.max(asked, monthOf(edges[0])), monthOf(edges[1]));
    const calendarsShown = found.length ? ours() : calendars.slice(0, 1);
    const isOff = (n) => calendarsShown.every(isOffIn(n));
    const monday = (n) => n - ((date(n).getUTCDay() + 6) % 7);
    const start = isWeek ? monday(Math.min(Math.max(asked, edges[0]), edges[1])) : monday(number(Math.floor(month / 12), month % 12, 1));
    const end = isWeek ? start + 6 : monday(number(Math.floor(month / 12), (month % 12) + 1, 0)) + 6;
    const bar = make("p");
    const step = isWeek ? 7 : 1;
    const there = (n) => (isWeek ? `w${start + n * step}` : `${month + n}`);
    const before = button("←", there(-1), "before"), after = button("→", there(1), "after");
    before.setAttribute("aria-label", words.before);
    after.setAttribute("aria-label", words.after);
    before.disabled = isWeek ? start <= edges[0] : month <= monthOf(edges[0]); /* days off are known no farther */
    after.disabled = isWeek ? end >= edges[1] : month >= monthOf(edges[1]);
    bar.append(before, make("strong", isWeek ? ` ${day(start)} – ${day(end)} ` : ` ${monthName(month)} `), after, " ");
    bar.append(isWeek ? button(words.by_month, `${monthOf(start)}`, "other") : button(words.by_week, `w${monday(month === monthOf(now) ? now : number(Math.floor(month / 12), month % 12, 1))}`, "other"));
    const on = new Map();
    for (const at of found) for (const unit of rows[at][UNITS]) if (unit[1] >= start && unit[1] <= end && kinds[rows[at][KIND]] !== "continuous") { if (!on.has(unit[1])) on.set(unit[1], []); on.get(unit[1]).push([at, unit]); }
    const table = make("table", null, { class: "month" });
    const head = make("tr");
    for (const name of words.weekdays) head.append(make("th", name, { scope: "col" }));
    const top = make("thead"); top.append(head); table.append(top);
    const rest = make("tbody");
    for (let week = start; week <= end; week += 7) {
      const tr = make("tr");
      for (let n = week; n < week + 7; n += 1) {
        const isOther = !isWeek && monthOf(n) !== month;
        const kinds_ = [isOff(n) && "off", n === data.today && "now", (isOther || !on.has(n)) && "empty"];
        const cell = make("td", null, { class: kinds_.filter(Boolean).join(" ") || false });
        if (!isOther) {
          const name = make("strong", isWeek ? day(n) : date(n).getUTCDate());
          name.append(make("span", ` ${words.weekdays[(date(n).getUTCDay() + 6) % 7]}`, { class: "weekday" }));
          cell.append(name);
          if (isOff(n)) cell.append(make("small", words.day_off));
          const list = make("ul");
          const some = on.get(n) || [];
          list.append(...some.slice(0, isWeek ? 500 : 12).map(([at, unit]) => entry(at, unit)));
          if (some.length > 12 && !isWeek) list.append(make("li", W("and_more", some.length - 12)));
          if (list.children.length) cell.append(list);
        }
        tr.append(cell);
      }
      rest.append(tr);
    }
    table.append(rest);
    const scroll = make("div", null, { class: "scroll", tabindex: 0, role: "region", "aria-labelledby": "calendar-title" });
    scroll.append(table);
    $("calendar-body").replaceChildren(bar, scroll);
  };

  /* Who carries what */
  const showLoad = () => {
    const [start, end] = span();
    const sums = new Map();
    const seen = new Set();
    for (const at of found) for (const unit of rows[at][UNITS]) {
      if (start === null || unit[1] < start || unit[1] > end || kinds[rows[at][KIND]] === "continuous") continue;
      const month = monthOf(unit[1]);
      seen.add(month);
      for (const owner of rows[at][OWN]) {
        if (!sums.has(owner)) sums.set(owner, new Map());
        sums.get(owner).set(month, (sums.get(owner).get(month) || 0) + 1);
      }
    }
    const columns = [...seen].sort((a, b) => a - b);
    const most = Math.max(1, ...[...sums.values()].flatMap((one) => [...one.values()]));
    const head = make("tr");
    head.append(make("th", words.owner, { scope: "col" }), ...columns.map((m) => make("th", `${words.short[m % 12]} ${Math.floor(m / 12)}`, { scope: "col" })), make("th", words.total, { scope: "col" }));
    const top = make("thead"); top.append(head);
    const rest = make("tbody");
    const total = (one) => [...one.values()].reduce((sum, n) => sum + n, 0);
    const ordered = [...sums].sort((a, b) => total(b[1]) - total(a[1])).slice(0, 500);
    for (const [owner, its] of ordered) {
      const tr = make("tr");
      tr.append(make("th", owners[owner], { scope: "row" }), ...columns.map((m) => { const n = its.get(m) || 0; return make("td", n || "–", { class: `h${n ? Math.ceil((n * 4) / most) : 0}` }); }), make("td", total(its)));
      rest.append(tr);
    }
    $("load-body").replaceChildren(top, rest);
  };

  const SECTIONS = { year: ["rows"], list: ["rows"], calendar: ["calendar"], load: ["load"], documents: ["documents"], region: ["region"] };
  const show = () => {
    parse();
    filter();
    clearTimeout(filling);
    if (rows.length > 5000) filling = setTimeout(fill, 0); else fill();
    document.body.className = `${state.view}${state.sort ? " sorted" : ""}`;
    untell();
    for (const link of $("views").children) {
      const name = link.hash.slice(1).split("?")[0];
      link.setAttribute("href", address(name));
      if (name === state.view) link.setAttribute("aria-current", "page"); else link.removeAttribute("aria-current");
    }
    for (const name of ["region", "rows", "calendar", "load", "documents"]) if ($(`view-${name}`)) $(`view-${name}`).hidden = !SECTIONS[state.view].includes(name);
    for (const head of heads) head.firstElementChild.colSpan = state.view === "year" ? 4 : 5;
    zoom.parentElement.hidden = !["year", "load"].includes(state.view);
    $("count").textContent = W("shown", found.length).replace("{all}", rows.length);
    if (state.view === "year" || state.view === "list") { showRows(); showSorts(); }
    if (state.view === "calendar") showCalendar();
    if (state.view === "load") showLoad();
    if (state.view === "region") {
      const kept = new Set(found.map((at) => rows[at][P]));
      const isAll = found.length === rows.length;
      for (const tr of document.querySelectorAll("#view-region tr[data-plan]")) tr.hidden = !isAll && !kept.has(Number(tr.dataset.plan));
    }
  };
  $("views").hidden = form.hidden = false;
  window.addEventListener("popstate", show); /* an address that is typed is one, too */
  show();
})();
