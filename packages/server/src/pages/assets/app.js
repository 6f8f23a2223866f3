// Progressive enhancement only: every page works without it. Chromium 86, no inline code, nothing evaluated.
const page = document;
const body = page.body;
const words = JSON.parse(body.dataset.words || '{}');
const say = (key, params = {}) =>
  Object.keys(params).reduce((text, name) => text.replace(`{${name}}`, params[name]), words[key] || '');
const live = page.getElementById('live');
const clockText = (at = new Date()) =>
  `${String(at.getHours()).padStart(2, '0')}:${String(at.getMinutes()).padStart(2, '0')}`;

/** Says something in the live region; it stays until something else is said. */
function tellReader(text, ...buttons) {
  live.textContent = '';
  if (!text) return;
  live.append(text);
  for (const [label, act] of buttons) {
    const button = page.createElement('button');
    button.type = 'button';
    button.className = 'lnk';
    button.textContent = label;
    button.addEventListener('click', act);
    live.append(button);
  }
}

// --- where to look first: the summary of faults, what a button changed
const focus = page.querySelector('[data-focus]');
if (focus) {
  if (!focus.hasAttribute('tabindex')) focus.tabIndex = -1;
  focus.focus();
}
page.addEventListener('click', (event) => {
  const link = event.target.closest && event.target.closest('.errsum a, .toc a, .chk a');
  if (!link || !link.hash) return;
  const target = page.getElementById(link.hash.slice(1));
  if (!target) return;
  event.preventDefault();
  (target.closest('.fld') || target).scrollIntoView();
  target.focus({ preventScroll: true });
});
// --- a wide drawing begins where the subject stands
for (const box of page.querySelectorAll('.scw')) {
  const now = box.querySelector('.nd-now');
  if (now) box.scrollLeft += now.getBoundingClientRect().left - box.getBoundingClientRect().left - box.clientWidth / 2;
}
// --- the account menu closes by Escape and by a click elsewhere
const menu = page.querySelector('.me');
if (menu) {
  page.addEventListener('click', (event) => {
    if (menu.open && !menu.contains(event.target)) menu.open = false;
  });
  menu.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !menu.open) return;
    menu.open = false;
    menu.querySelector('summary').focus();
  });
}

// --- characters written
for (const note of page.querySelectorAll('[data-most]')) {
  const area = note.parentElement.querySelector('textarea');
  const most = Number(note.dataset.most);
  const show = () => {
    const n = area.value.length;
    note.textContent = say('jsCount', { n, most });
    note.classList.toggle('over', n > most);
  };
  if (area) area.addEventListener('input', show);
}

// --- terms in hours count down
const hoursShown = () => {
  for (const time of page.querySelectorAll('[data-until]')) {
    const tag = time.parentElement.querySelector('.tag');
    const hours = Math.floor((Date.parse(time.dataset.until) - Date.now()) / 3600000);
    if (!tag || Number.isNaN(hours) || Math.abs(hours) >= 48) continue;
    tag.textContent = hours < 0 ? say('overdueHours', { n: -hours }) : say('leftHours', { n: hours });
  }
};
if (page.querySelector('[data-until]')) setInterval(hoursShown, 60000);

// --- words that are typed: kept on the host, and on this computer when the host cannot be reached
const KEPT_FOR = 24 * 3600 * 1000;
const shelf = {
  name: (key) => `fq.words.${body.dataset.who || ''}.${key}`,
  put(key, fields) {
    try {
      localStorage.setItem(shelf.name(key), JSON.stringify({ at: Date.now(), fields }));
    } catch {}
  },
  get(key) {
    try {
      const kept = JSON.parse(localStorage.getItem(shelf.name(key)) || 'null');
      return kept && Date.now() - kept.at < KEPT_FOR ? kept : null;
    } catch {
      return null;
    }
  },
  drop(key) {
    try {
      localStorage.removeItem(shelf.name(key));
    } catch {}
  },
};
const typed = (form) => [...new FormData(form)].filter(([name, value]) => name[0] !== '_' && typeof value === 'string');
const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);

// A page that says "done" proves that the form sent before has arrived.
const sent = sessionStorage.getItem('fq.sent');
if (sent && page.querySelector('.flash-done')) {
  shelf.drop(sent);
  sessionStorage.removeItem('fq.sent');
}

for (const form of page.querySelectorAll('form[data-draft]')) {
  const key = form.dataset.draft;
  const saved = form.querySelector('[data-saved]');
  let last = typed(form);
  let busy = false;

  // A form that comes back with faults or changed by a button holds every word: they have arrived.
  if (focus) shelf.drop(key);
  const kept = shelf.get(key);
  if (kept && !same(kept.fields, last)) {
    const give = () => {
      // The host draws the form again with these words: items of lists come back too.
      const again = page.createElement('form');
      again.method = 'post';
      again.action = form.action;
      const csrf = [...new FormData(form)].filter(([name]) => name[0] === '_' && name !== '_op');
      for (const [name, value] of [...csrf, ...kept.fields, ['_op', 'edit']]) {
        const input = page.createElement('input');
        input.type = 'hidden';
        input.name = name;
        input.value = value;
        again.append(input);
      }
      shelf.drop(key);
      body.append(again);
      again.submit();
    };
    const forget = () => {
      shelf.drop(key);
      tellReader('');
    };
    tellReader(
      say('jsFound', { at: clockText(new Date(kept.at)) }),
      [say('jsRestore'), give],
      [say('jsForget'), forget],
    );
  }

  const keep = async () => {
    const now = typed(form);
    if (busy || same(now, last)) return;
    busy = true;
    const csrf = form.querySelector('[name=_csrf]');
    const data = new URLSearchParams([...(csrf ? [['_csrf', csrf.value]] : []), ...now]);
    try {
      const answer = await fetch(`${body.dataset.drafts}/${encodeURIComponent(key)}`, {
        method: 'POST',
        body: data,
        redirect: 'manual',
      });
      if (answer.status === 204) {
        last = now;
        shelf.drop(key);
        if (saved) saved.textContent = say('jsSaved', { at: clockText() });
        if (live.dataset.lost) {
          delete live.dataset.lost;
          tellReader(say('jsOnline'));
        }
      } else {
        shelf.put(key, now);
        if (answer.status === 0 || answer.status === 401 || answer.status === 403 || answer.type === 'opaqueredirect')
          tellReader(say('jsSession'));
      }
    } catch {
      lost(now);
    }
    busy = false;
  };
  const lost = (now) => {
    shelf.put(key, now);
    live.dataset.lost = '1';
    tellReader(say('jsOffline'));
  };
  setInterval(keep, 30000);
  form.addEventListener('focusout', () => setTimeout(keep, 0));
  addEventListener('online', keep);
  addEventListener('offline', () => {
    const now = typed(form);
    if (!same(now, last)) lost(now);
  });
  form.addEventListener('submit', (event) => {
    const now = typed(form);
    // The words stay here until a page says that they have arrived.
    shelf.put(key, now);
    if (!navigator.onLine) {
      event.preventDefault();
      lost(now);
      return;
    }
    sessionStorage.setItem('fq.sent', key);
  });
}

// --- keys: off in fields, off while an input method is open, off when the person says so
const inField = (element) => /^(INPUT|SELECT|TEXTAREA)$/.test(element.tagName) || element.isContentEditable;
const rows = () => [...page.querySelectorAll('[data-list] tbody tr')];
let going = false;
if (body.dataset.keys === 'on')
  page.addEventListener('keydown', (event) => {
    if (
      event.isComposing ||
      event.keyCode === 229 ||
      event.ctrlKey ||
      event.altKey ||
      event.metaKey ||
      inField(event.target)
    )
      return;
    const { code, shiftKey } = event;
    if (going) {
      going = false;
      const link = page.querySelector(`[data-go="${code.slice(-1).toLowerCase()}"]`);
      if (link) location.assign(link.href);
      return;
    }
    if (code === 'Slash' && shiftKey) return void location.assign(body.dataset.help);
    if (shiftKey) return;
    if (code === 'Slash') {
      const search = page.querySelector('[data-key="/"]');
      if (!search) return;
      event.preventDefault();
      search.focus();
    } else if (code === 'KeyG') going = true;
    else if (code === 'BracketLeft' || code === 'BracketRight') {
      const link = page.querySelector(code === 'BracketLeft' ? '[rel=prev]' : '[rel=next]');
      if (link) location.assign(link.href);
    } else if (code === 'KeyJ' || code === 'KeyK') {
      const all = rows();
      if (!all.length) return;
      const at = all.findIndex((row) => row.classList.contains('cur'));
      const to = Math.max(0, Math.min(all.length - 1, at + (code === 'KeyJ' ? 1 : -1)));
      for (const row of all) row.classList.toggle('cur', row === all[to]);
      const link = all[to].querySelector('a');
      if (link) link.focus();
      all[to].scrollIntoView({ block: 'nearest' });
    }
  });
