import { markup, Markup } from './escape';

const style = new Markup(`
  :root { color-scheme: light dark; --line: light-dark(#dcdde0, #45444c); --quiet: light-dark(#626168, #a4a3a8);
    --paper: light-dark(#fff, #28272d); --ground: light-dark(#f6f6f8, #1c1b20); --accent: light-dark(#0b5cad, #7db8f2); }
  * { box-sizing: border-box; }
  body { margin: 0; background: var(--ground); font: 15px/1.5 system-ui, sans-serif; }
  header { display: flex; flex-wrap: wrap; gap: 4px 16px; align-items: baseline; padding: 12px 24px; background: #2f2a6b; color: #fff; }
  header b { font-size: 17px; } header a { color: #fff; } header span { margin-inline-start: auto; opacity: .8; }
  main { max-width: 760px; margin: 24px auto; padding: 8px 24px 24px; background: var(--paper); border: 1px solid var(--line); border-radius: 8px; }
  main.narrow { max-width: 420px; } h1 { font-size: 22px; overflow-wrap: anywhere; } a { color: var(--accent); }
  table { width: 100%; border-collapse: collapse; } th, td { padding: 8px; border-bottom: 1px solid var(--line); text-align: start; vertical-align: top; overflow-wrap: anywhere; }
  th { font-weight: 600; } dl { display: grid; grid-template-columns: minmax(120px, 200px) 1fr; margin: 0; }
  dt, dd { margin: 0; padding: 8px 0; border-bottom: 1px solid var(--line); overflow-wrap: anywhere; } dt { color: var(--quiet); }
  nav { display: flex; gap: 16px; margin-bottom: 8px; } nav [aria-current] { font-weight: 600; color: inherit; text-decoration: none; }
  form { display: grid; gap: 12px; } label { display: grid; gap: 4px; font-weight: 600; }
  input { font: inherit; font-weight: 400; padding: 8px; border: 1px solid var(--line); border-radius: 4px; background: inherit; color: inherit; width: 100%; }
  button { font: inherit; padding: 8px 16px; border: 0; border-radius: 4px; background: #2f2a6b; color: #fff; cursor: pointer; }
  form.search { grid-template-columns: 1fr auto; align-items: end; } .quiet { color: var(--quiet); }
  .notice { padding: 8px 12px; border: 1px solid var(--line); border-inline-start: 4px solid var(--accent); border-radius: 4px; }
`);

interface Page {
  readonly title: string;
  readonly base: string;
  readonly content: Markup;
  readonly narrow?: boolean;
}

/** Everything stands in one file: the sandbox works without the internet. */
export function page({ title, base, content, narrow = false }: Page): string {
  return markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · Customers portal</title>
<link rel="icon" href="data:,">
<style>${style}</style>
</head>
<body>
<header><b>Customers portal</b><a href="${base}/admin/customer">Admin</a><a href="${base}/customers/sign_in">Sign in</a><span>Sandbox</span></header>
<main class="${narrow ? 'narrow' : 'wide'}">
<h1>${title}</h1>
${content}
</main>
</body>
</html>
`.text;
}
