import { Action } from '../parts/button';
import { Stack } from '../parts/layout';
import { Meta } from '../parts/text';
import { keepFocus } from '../parts/keep-focus';
import { useTools } from '../tools';

/** One quiet line and a button: nothing was asked of anybody. */
export function NotOfInterest() {
  const { messages: t, actions } = useTools();
  return (
    <Stack data-verdict="blocked">
      <Meta>{t('not_of_interest.text')}</Meta>
      <div>
        <Action
          onClick={(event) => {
            keepFocus(event);
            actions.runAnyway();
          }}
        >
          {t('not_of_interest.run')}
        </Action>
      </div>
    </Stack>
  );
}
