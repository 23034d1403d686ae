import { faults, type Fault } from '../proxy/fault';
import { quirkGroups, quirkValues, type QuirkName } from '../proxy/quirks';
import { lookupWays } from '../scenarios/lookup-paths';
import { services } from '../proxy/service';
import type { Switches } from '../wire';
import { button, h, on, select } from './dom';
import type { LogView } from './log-view';
import { server } from './server';
import { agentLocales, widths, type Session } from './session';

/** The sandbox's own controls, set apart from what plays Zendesk. */
export function createDock(session: Session, log: LogView): HTMLElement {
  const faultPanel = h('div', { class: 'panel faults', hidden: true });
  const logPanel = h('div', { class: 'panel', hidden: true }, log.element);
  const panels = [faultPanel, logPanel];

  function toggle(panel: HTMLElement, label: Node | string, name: string): HTMLButtonElement {
    const opener = button(
      label,
      { 'aria-expanded': 'false', class: 'dock-tab', 'data-control': name },
      () => {
        const opening = panel.hidden;
        for (const other of panels) other.hidden = true;
        for (const tab of element.querySelectorAll('.dock-tab')) {
          tab.setAttribute('aria-expanded', 'false');
        }
        panel.hidden = !opening;
        opener.setAttribute('aria-expanded', String(opening));
        log.refresh();
      },
    );
    return opener;
  }

  drawFaults(faultPanel, session.workspace.switches);
  const requestsLabel = h('span', {}, 'Requests ', log.count);
  const element = h(
    'section',
    { class: 'dock', 'aria-label': 'Sandbox controls' },
    ...panels,
    h(
      'div',
      { class: 'dock-bar' },
      h('b', { class: 'dock-name' }, 'Sandbox'),
      toggle(faultPanel, 'Faults', 'faults'),
      toggle(logPanel, requestsLabel, 'requests'),
      schemeControl(session),
      widthControl(session),
      trayControl(session),
      select(
        'Agent’s language',
        agentLocales.map((locale) => ({ value: locale, label: locale })),
        session.view().locale as (typeof agentLocales)[number],
        (locale) => {
          session.update({ locale });
        },
        { 'data-control': 'locale' },
      ),
      select(
        'Role',
        [
          { value: 'agent', label: 'Agent' },
          { value: 'admin', label: 'Admin' },
        ],
        session.view().role,
        (role) => {
          session.update({ role });
        },
        { 'data-control': 'role' },
      ),
      offlineControl(session),
      button('Reset', { class: 'quiet', 'data-control': 'reset' }, () => {
        void server.reset().then(() => {
          location.reload();
        });
      }),
    ),
  );
  return element;
}

const serviceNames = {
  customersdot: 'CustomersDot',
  portal_log: 'Portal mail log',
  gitlab_log: 'GitLab mail log',
  suppressions: 'Suppression lists',
} as const;

const faultNames: Readonly<Record<Fault | 'by-ticket', string>> = {
  'by-ticket': 'As the ticket has it',
  none: 'No fault',
  down: 'Down (no answer)',
  slow: 'Slow (3 s)',
  timeout: 'Never answers',
  '401': '401 Unauthorised',
  '403': '403 Forbidden',
  '429': '429 Too many requests',
  '500': '500 Server error',
  'sign-in-page': 'HTML sign-in page',
  empty: 'Empty body',
  truncated: 'Truncated body',
  'wrong-shape': 'Wrong shape',
};

function drawFaults(panel: HTMLElement, switches: Switches): void {
  const redraw = (next: Switches): void => {
    drawFaults(panel, next);
  };
  panel.replaceChildren(
    ...services.map((service) =>
      h(
        'fieldset',
        {},
        h('legend', {}, serviceNames[service]),
        select(
          'Fault',
          (['by-ticket', ...faults] as const).map((fault) => ({
            value: fault,
            label: faultNames[fault],
          })),
          switches.faults[service] ?? 'by-ticket',
          (fault) => void server.setFault(service, fault).then(redraw),
          { 'data-fault': service },
        ),
        select(
          'Takes',
          [
            { value: '', label: 'as started' },
            ...['0', '200', '1000', '4000'].map((ms) => ({ value: ms, label: `${ms} ms` })),
          ],
          String(switches.delays[service] ?? ''),
          (ms) => void server.setDelay(service, ms).then(redraw),
          { 'data-delay': service },
        ),
      ),
    ),
    ...quirkControls(switches, redraw),
    h(
      'fieldset',
      {},
      h('legend', {}, 'Installation'),
      select(
        'The app is',
        [
          { value: 'installed', label: 'installed' },
          { value: 'zcli', label: 'served by zcli: no secrets' },
        ],
        switches.mode,
        (mode) => void server.setMode(mode).then(redraw),
        { 'data-control': 'mode' },
      ),
      select(
        'Looks accounts up',
        [{ value: 'by-ticket', label: 'as the ticket has it' }, ...lookupWays.map(plain)],
        switches.lookup ?? 'by-ticket',
        (way) =>
          void server.setLookup(way).then(() => {
            location.reload();
          }),
        { 'data-control': 'lookup' },
      ),
      h(
        'p',
        { class: 'hint' },
        'Takes effect with the next request: Reload, or refresh in the app.',
      ),
    ),
  );
}

const quirkNames: Readonly<Record<QuirkName, string>> = {
  macroPreview: 'Preview of a macro',
  emptyDraft: 'Empty composer',
  macroSearch: 'Search for macros',
  authorization: 'Header with the token',
  accept: 'Accept',
  query: 'Query',
  redirects: 'Redirects',
  body: 'Body',
  retryAfter: 'Retry-After',
  inFront: 'Who answers',
};

const groupNames: Readonly<Record<keyof typeof quirkGroups, string>> = {
  zendesk: 'Not known of Zendesk',
  proxy: 'Not known of its proxy',
  front: 'In front of CustomersDot',
};

const plain = (value: string) => ({ value, label: value });

/** What nobody outside can say, to be tried both ways. */
function quirkControls(
  { quirks }: Switches,
  redraw: (next: Switches) => void,
): readonly HTMLElement[] {
  return Object.entries(quirkGroups).map(([group, values]) =>
    h(
      'fieldset',
      {},
      h('legend', {}, groupNames[group as keyof typeof quirkGroups]),
      ...Object.keys(values).map((name) =>
        select(
          quirkNames[name as QuirkName],
          quirkValues[name as QuirkName].map(plain),
          quirks[name as QuirkName],
          (value) =>
            void server.setQuirk(name, value).then((next) => {
              // The page itself plays the composer, and is told once.
              if (name === 'emptyDraft') location.reload();
              else redraw(next);
            }),
          { 'data-quirk': name },
        ),
      ),
    ),
  );
}

function schemeControl(session: Session): HTMLElement {
  const control = button('', { 'data-control': 'scheme', class: 'quiet' }, () => {
    session.update({ scheme: session.view().scheme === 'dark' ? 'light' : 'dark' });
  });
  const draw = (): void => {
    const { scheme } = session.view();
    control.textContent = scheme === 'dark' ? 'Light colours' : 'Dark colours';
    document.documentElement.dataset['scheme'] = scheme;
  };
  session.subscribe(draw);
  draw();
  return control;
}

function widthControl(session: Session): HTMLElement {
  const output = h('output', {});
  const range = h('input', {
    type: 'range',
    min: widths.least,
    max: widths.most,
    step: 10,
    value: session.view().width,
    'data-control': 'width',
  });
  const draw = (): void => {
    const { width } = session.view();
    output.textContent = `${width} px`;
    document.documentElement.style.setProperty('--tray', `${width}px`);
  };
  on(range, 'input', () => {
    session.update({ width: range.valueAsNumber });
  });
  session.subscribe(draw);
  draw();
  return h('label', { class: 'field' }, h('span', {}, 'App width'), range, output);
}

function trayControl(session: Session): HTMLElement {
  const control = button('', { 'data-control': 'tray', class: 'quiet' }, () => {
    session.update({ trayOpen: !session.view().trayOpen });
  });
  const draw = (): void => {
    const { trayOpen } = session.view();
    control.textContent = trayOpen ? 'Close app tray' : 'Open app tray';
    document.documentElement.dataset['tray'] = trayOpen ? 'open' : 'closed';
  };
  session.subscribe(draw);
  draw();
  return control;
}

function offlineControl(session: Session): HTMLElement {
  const box = h('input', {
    type: 'checkbox',
    checked: session.view().offline,
    'data-control': 'offline',
  });
  on(box, 'change', () => {
    session.update({ offline: box.checked });
  });
  return h('label', { class: 'field' }, box, h('span', {}, 'Offline'));
}
