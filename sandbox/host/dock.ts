import { faults } from '../proxy/fault';
import { quirkGroups, quirkValues, type QuirkName } from '../proxy/quirks';
import { lookupWays } from '../scenarios/lookup-paths';
import { services } from '../proxy/service';
import type { Switches } from '../wire';
import { button, h, select } from './dom';
import type { LogView } from './log-view';
import { server } from './server';
import { agentLocales, widths, type Session, type View } from './session';

/** The sandbox's own controls, set apart from what plays Zendesk. */
export function createDock(session: Session, log: LogView): HTMLElement {
  const { update, view, workspace } = session;
  const faultPanel = h('div', { class: 'panel faults' });
  drawFaults(faultPanel, workspace.switches);
  const requests = drawer('requests', log.label, h('div', { class: 'panel' }, log.element));
  requests.addEventListener('toggle', log.refresh);

  session.subscribe(show);
  show(view());
  return h(
    'section',
    { class: 'dock', 'aria-label': 'Sandbox controls' },
    h('b', {}, 'Sandbox'),
    drawer('faults', 'Faults', faultPanel),
    requests,
    toggle('scheme', 'Dark colours', view().scheme === 'dark', (dark) => {
      update({ scheme: dark ? 'dark' : 'light' });
    }),
    widthControl(session),
    toggle('tray', 'App tray', view().trayOpen, (trayOpen) => {
      update({ trayOpen });
    }),
    select(
      'Agent’s language',
      agentLocales,
      view().locale as (typeof agentLocales)[number],
      (locale) => {
        update({ locale });
      },
      { 'data-control': 'locale' },
    ),
    select(
      'Role',
      ['agent', 'admin'],
      view().role,
      (role) => {
        update({ role });
      },
      { 'data-control': 'role' },
    ),
    toggle('offline', 'Offline', view().offline, (offline) => {
      update({ offline });
    }),
    button('Reset', { 'data-control': 'reset' }, () => {
      void server.reset().then(reloadPage);
    }),
  );
}

const reloadPage = (): void => {
  location.reload();
};

function show({ scheme, width, trayOpen }: View): void {
  const { dataset, style } = document.documentElement;
  dataset['scheme'] = scheme;
  dataset['tray'] = trayOpen ? 'open' : 'closed';
  style.setProperty('--tray', trayOpen ? `${width}px` : '0');
}

/** Of those that share a name the browser keeps one open at a time. */
function drawer(control: string, label: Node | string, panel: HTMLElement): HTMLDetailsElement {
  return h('details', { name: 'dock' }, h('summary', { 'data-control': control }, label), panel);
}

function toggle(
  control: string,
  label: string,
  checked: boolean,
  onChange: (checked: boolean) => void,
): HTMLElement {
  const box = h('input', { type: 'checkbox', checked, 'data-control': control });
  box.addEventListener('change', () => {
    onChange(box.checked);
  });
  return h('label', { class: 'field' }, box, label);
}

function widthControl({ view, update }: Session): HTMLElement {
  const { least: min, most: max } = widths;
  const value = view().width;
  const range = h('input', { type: 'range', min, max, step: 10, value, 'data-control': 'width' });
  const output = h('output', {}, `${value} px`);
  range.addEventListener('input', () => {
    output.textContent = `${range.value} px`;
    update({ width: range.valueAsNumber });
  });
  return h('label', { class: 'field' }, 'App width', range, output);
}

// What can be turned is called here as in docs/sandbox.md and in a spec.
const byTicket = ['by-ticket', 'as the ticket has it'] as const;

function drawFaults(
  panel: HTMLElement,
  { faults: turned, delays, quirks, ...now }: Switches,
): void {
  const redraw = (next: Switches): void => {
    drawFaults(panel, next);
  };
  panel.replaceChildren(
    ...services.map((service) =>
      group(
        service,
        select(
          'Fault',
          [byTicket, ...faults],
          turned[service] ?? 'by-ticket',
          (fault) => void server.turn(`faults/${service}/${fault}`).then(redraw),
          { 'data-fault': service },
        ),
        select(
          'Takes (ms)',
          [['as-started', 'as started'], '0', '200', '1000', '4000'],
          String(delays[service] ?? 'as-started'),
          (ms) => void server.turn(`delays/${service}/${ms}`).then(redraw),
          { 'data-delay': service },
        ),
      ),
    ),
    ...groups.map((of) =>
      group(
        groupNames[of],
        ...(Object.keys(quirkGroups[of]) as readonly QuirkName[]).map((name) =>
          select<string>(
            name,
            quirkValues[name],
            quirks[name],
            (value) =>
              void server.turn(`quirks/${name}/${value}`).then((next) => {
                // The page itself plays the composer, and is told once.
                if (name === 'emptyDraft') reloadPage();
                else redraw(next);
              }),
            { 'data-quirk': name },
          ),
        ),
      ),
    ),
    group(
      'Installation',
      select(
        'The app is',
        ['installed', ['zcli', 'served by zcli: no secrets']],
        now.mode,
        (mode) => void server.turn(`mode/${mode}`).then(redraw),
        { 'data-control': 'mode' },
      ),
      select(
        'Looks accounts up',
        [byTicket, ...lookupWays],
        now.lookup ?? 'by-ticket',
        (way) => void server.turn(`lookup/${way}`).then(reloadPage),
        { 'data-control': 'lookup' },
      ),
      h('p', {}, 'Takes effect with the next request: Reload, or refresh in the app.'),
    ),
  );
}

const group = (title: string, ...controls: readonly HTMLElement[]): HTMLElement =>
  h('fieldset', {}, h('legend', {}, title), ...controls);

/** What nobody outside can say, to be tried both ways. */
const groupNames: Readonly<Record<keyof typeof quirkGroups, string>> = {
  zendesk: 'Not known of Zendesk',
  proxy: 'Not known of its proxy',
  front: 'In front of CustomersDot',
};

const groups = Object.keys(groupNames) as readonly (keyof typeof quirkGroups)[];
