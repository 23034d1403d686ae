import { QuietAction } from './parts/quiet-action';
import { keepFocus } from './parts/keep-focus';
import { Banner } from './parts/banner';
import { useTools } from './tools';

export function RequesterBanner() {
  const { messages: t, actions } = useTools();
  return (
    <Banner>
      {t('requester_changed.text')}{' '}
      <QuietAction
        onClick={(event) => {
          keepFocus(event);
          actions.dismissRequesterChange();
        }}
      >
        {t('requester_changed.dismiss')}
      </QuietAction>
    </Banner>
  );
}

export function OfflineBanner({ checkedAt }: { readonly checkedAt: number | undefined }) {
  const { messages: t } = useTools();
  return (
    <Banner>
      {checkedAt === undefined
        ? t('offline.nothing')
        : t('offline.text', { time: t.time(checkedAt) })}
    </Banner>
  );
}
