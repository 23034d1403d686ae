import { render, screen } from '@testing-library/react';
import fc from 'fast-check';
import { sanitise } from '../../src/shared/sanitise';
import { richText } from '../../src/panel/reply-preview';
import { runs } from '../support/runs';

const html = (markup: string): string => render(<>{richText(markup)}</>).container.innerHTML;

describe('the preview', () => {
  it('keeps what a reply is made of', () => {
    const reply = '<p>Hello <strong>Jane</strong>,<br>see</p><ol><li>one</li></ol>';

    expect(html(reply)).toBe(reply);
  });

  it('opens links outside, and only where they lead to a page or a mailbox', () => {
    render(
      <>
        {richText(
          '<a href="https://example.com/a" onclick="x()">good</a><a href="javascript:x()">bad</a>',
        )}
      </>,
    );

    expect(screen.getByRole('link')).toHaveAttribute('href', 'https://example.com/a');
    expect(screen.getByRole('link')).toHaveAttribute('rel', 'noopener noreferrer');
    expect(screen.getByRole('link')).toHaveAttribute('target', '_blank');
    expect(screen.getByText('bad')).not.toHaveAttribute('href');
  });

  it.each([
    ['<script>alert(1)</script>text', 'text'],
    ['<style>p{}</style>text', 'text'],
    ['<img src=x onerror=alert(1)>text', 'text'],
    ['<svg><a href="https://example.com">text</a></svg>', '<a'],
    ['<p style="color:red" class="x" id="y">text</p>', '<p>text</p>'],
    ['<iframe src="https://example.com"></iframe>text', 'text'],
    ['<form><input name=a>text</form>', 'text'],
  ])('even of %s, which the sanitiser has removed before, keeps only words', (markup, expected) => {
    expect(html(markup)).toContain(expected);
    expect(html(markup)).not.toMatch(/script|style|onerror|class|iframe|form|<img|<svg/);
  });

  it('shows any text as text', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const escaped = document.createElement('p');
        escaped.textContent = text.replaceAll('\r', '').replaceAll('\0', '');
        const { container, unmount } = render(<>{richText(escaped.outerHTML)}</>);
        const shown = container.textContent;
        unmount();

        expect(shown).toBe(escaped.textContent);
      }),
      { numRuns: runs(20, 200) },
    );
  });
});

it.each([
  '<h5>five</h5><h6>six</h6>',
  '<p dir="rtl">שלום</p><p><bdi>Jane</bdi></p>',
  '<pre>a\n  b</pre><ol><li>one</li></ol><hr>',
])('draws %j as it goes into the composer', (markup) => {
  expect(sanitise(markup)).toBe(markup);
  expect(html(markup)).toBe(markup);
});
