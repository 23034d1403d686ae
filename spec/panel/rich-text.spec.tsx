import { render, screen } from '@testing-library/react';
import fc from 'fast-check';
import { keptTags, sanitise } from '../../src/shared/sanitise';
import { richText } from '../../src/panel/reply-preview';
import { hostileHtml } from '../replies/hostile';
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

  it('has nothing that the keyboard would stop at while a part of it is cut off', () => {
    const { container } = render(
      <>{richText('<p>See <a href="https://example.com/a">there</a>.</p>', 'own')}</>,
    );

    expect(screen.queryByRole('link')).toBeNull();
    expect(container).toHaveTextContent('See there.');
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

describe('preview and composer go by one list', () => {
  /** Where a link opens is the preview's own business. */
  const drawn = (markup: string): string => {
    const { container, unmount } = render(<>{richText(markup)}</>);
    const { innerHTML } = container;
    const shown = innerHTML.replaceAll(' target="_blank" rel="noopener noreferrer"', '');
    unmount();
    return shown;
  };

  it('has h5, h6 and bdi', () => {
    expect([...keptTags]).toEqual(expect.arrayContaining(['h5', 'h6', 'bdi']));
  });

  it.each([
    ...[...keptTags]
      .filter((tag) => !['a', 'br', 'hr', 'li'].includes(tag))
      .map((tag) => `<${tag} dir="rtl">one</${tag}>`),
    '<p>a<br>b</p><hr><p><a href="https://example.com/a" dir="ltr">c</a></p>',
    '<pre>a\n  b</pre><ol dir="auto"><li dir="ltr">one</li></ol>',
  ])('draws %j as it goes into the composer', (markup) => {
    expect(sanitise(markup)).toBe(markup);
    expect(drawn(markup)).toBe(markup);
  });

  it('whatever the macro has in it', () => {
    fc.assert(
      fc.property(hostileHtml, (macro) => {
        const written = new DOMParser().parseFromString(sanitise(macro), 'text/html');
        expect(drawn(sanitise(macro))).toBe(written.body.innerHTML);
      }),
      { numRuns: runs(50, 1_000) },
    );
  });
});
