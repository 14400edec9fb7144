/** How a shared answer looks: by itself, light or dark, on paper. */
export const SHARED_STYLE = `
:root { color-scheme: light dark; --ink: #14212b; --quiet: #5a6772; --line: #d8dee3; --soft: #f4f6f7; --mark: #17505c; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e6ebee; --quiet: #a2aeb7; --line: #38434c; --soft: #1c242b; --mark: #7eb7c1; }
  body { background: #12181d; }
}
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 40px 20px 64px; max-width: 900px; color: var(--ink);
  font: 16px/1.55 system-ui, -apple-system, 'Segoe UI', sans-serif; font-variant-numeric: tabular-nums; }
h1 { font-size: 28px; line-height: 1.25; margin: 0 0 8px; overflow-wrap: anywhere; }
h2 { font-size: 15px; margin: 32px 0 8px; color: var(--mark); }
p { margin: 0 0 8px; overflow-wrap: anywhere; }
.answer { font-size: 19px; }
.figure { font-size: 44px; font-weight: 650; margin: 16px 0; overflow-wrap: anywhere; }
.quiet { color: var(--quiet); font-size: 14px; }
.chart { margin: 24px 0; }
.dark, .narrow { display: none; }
@media (max-width: 520px) { .wide { display: none; } .narrow { display: block; } }
@media (prefers-color-scheme: dark) { .light { display: none; } .dark { display: block; } }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: 14px; }
th, td { padding: 6px 10px; text-align: left; border-bottom: 1px solid var(--line); vertical-align: top;
  overflow-wrap: anywhere; min-width: 70px; }
th { font-weight: 600; }
td.none { color: var(--quiet); }
td.n, th.n { text-align: right; white-space: nowrap; }
ul { margin: 0; padding-left: 20px; }
pre { margin: 0; padding: 14px; background: var(--soft); border: 1px solid var(--line); border-radius: 8px;
  font: 13px/1.6 ui-monospace, Menlo, Consolas, monospace; white-space: pre-wrap; overflow-wrap: anywhere; }
pre b { color: var(--mark); }
dl { display: grid; grid-template-columns: minmax(120px, max-content) 1fr; gap: 4px 20px; margin: 0; font-size: 15px; }
dt { color: var(--quiet); } dd { margin: 0; overflow-wrap: anywhere; }
footer { margin-top: 48px; padding-top: 12px; border-top: 1px solid var(--line); }
@media (max-width: 520px) { body { padding-top: 20px; } h1 { font-size: 23px; } .figure { font-size: 32px; }
  dl { grid-template-columns: 1fr; } dd { margin-bottom: 8px; } }
@media print {
  .light, .wide { display: block; } .dark, .narrow { display: none; }
  :root { --ink: #000; --quiet: #444; --line: #bbb; --soft: #fff; --mark: #17505c; color-scheme: light; }
  body { padding: 0; max-width: none; font-size: 12px; background: #fff; }
  tr, svg, pre, dl { break-inside: avoid; } thead { display: table-header-group; } h2 { break-after: avoid; }
}
@page { margin: 16mm; }
`
