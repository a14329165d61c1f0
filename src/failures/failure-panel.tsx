// A failure for people: its title, what is said, what can be done, and the evidence folded away. One part for every size.
import { useEffect, useId, useState } from 'react';
import type { ReactNode } from 'react';
import { useInRouterContext, useNavigate } from 'react-router';
import { useAnnounce } from '#src/ui/announcer.tsx';
import type { HeadingLevel } from '#src/ui/heading.tsx';
import { useClockValue } from '#src/ui/now.tsx';
import { Panel } from '#src/ui/panel.tsx';
import { actionOf } from './actions.ts';
import type { ActionId, FailureHandlers } from './actions.ts';
import { ActionButton } from './action-button.tsx';
import { CATALOGUE, offerOf, toneOf } from './catalogue.ts';
import { Continues } from './continues.tsx';
import { FailureDetails } from './failure-details.tsx';
import { failureNews } from './failure-news.ts';
import { RawReply } from './raw-reply.tsx';
import type { FailureSize, FailureView } from './view.ts';

type FailurePanelProps = {
  failure: FailureView;
  /** What to do for each action that can be done here; an action without a handler is left out unless the panel does it itself. */
  handlers: FailureHandlers;
  size: FailureSize;
  headingLevel?: HeadingLevel | undefined;
  /** True where it is no news: found like this when the page was opened. */
  quiet?: boolean | undefined;
  /** What is announced only once, where time and address of the failure do not tell that. */
  newsId?: string | undefined;
  children?: ReactNode;
};

/** Between paragraphs while they are one value; server text cannot hold it. */
const BREAK = '\n';

/** Needs an `AnnouncerProvider` above it: a failure is announced once for as long as its kind stays, unless `quiet`. */
export function FailurePanel(props: FailurePanelProps) {
  return useInRouterContext() ? <RoutedPanel {...props} /> : <PlainPanel {...props} />;
}

/** Saved copies are a page that can be gone to from anywhere: they need neither the key nor a connection. */
function RoutedPanel({ handlers, ...rest }: FailurePanelProps) {
  const navigate = useNavigate();
  return (
    <PlainPanel {...rest} handlers={{ 'open-saved-copies': () => void navigate('/copies'), ...handlers }} />
  );
}

function PlainPanel({
  failure,
  handlers,
  size,
  headingLevel,
  quiet = false,
  newsId,
  children,
}: FailurePanelProps) {
  const { title, icon, said } = CATALOGUE[failure.kind];
  const rawId = useId();
  const [rawShown, setRawShown] = useState(false);
  const text = useClockValue((now) => said(failure, { now, size }).join(BREAK));
  const { primary, secondary } = offerOf(failure, (id) => canDo(id, failure, handlers));
  const hasRaw = secondary.includes('show-raw-reply');

  const button = (id: ActionId) => (
    <ActionButton
      key={id}
      id={id}
      variant={id === primary ? 'primary' : 'quiet'}
      size={size === 'card' ? 'small' : 'medium'}
      failure={failure}
      onPress={handlers[id]}
      {...(id === 'show-raw-reply' && {
        expands: {
          id: rawId,
          open: rawShown,
          toggle() {
            setRawShown(!rawShown);
          },
        },
      })}
    />
  );
  const buttons = [
    primary === 'countdown' && failure.retryAt !== null && <Continues key="countdown" at={failure.retryAt} />,
    primary !== null && primary !== 'countdown' && button(primary),
    ...secondary.map(button),
  ].filter((part) => part !== false);

  return (
    <Panel
      tone={toneOf(failure)}
      icon={icon}
      title={title}
      headingLevel={headingLevel}
      size={size}
      {...(buttons.length > 0 && { actions: buttons })}
      footer={<FailureDetails failure={failure} />}
    >
      {text.split(BREAK).map((paragraph, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- the paragraphs of one text, in their order
        <p key={index}>{paragraph}</p>
      ))}
      {hasRaw && rawShown && failure.raw !== null && <RawReply id={rawId} text={failure.raw} />}
      {children}
      {!quiet && <Announcement key={failure.kind} failure={failure} newsId={newsId} />}
    </Panel>
  );
}

function canDo(id: ActionId, failure: FailureView, handlers: FailureHandlers): boolean {
  if (id === 'show-raw-reply') return failure.raw !== null;
  return actionOf(id).own === true || handlers[id] !== undefined;
}

/** Said once for as long as the kind stays: the tries that follow bring the same failure with a later time. */
function Announcement({ failure, newsId }: { failure: FailureView; newsId: string | undefined }) {
  const announce = useAnnounce();
  const [news] = useState(() => failureNews(failure));
  useEffect(() => {
    announce(news.message, { id: newsId ?? news.id });
  }, [announce, news, newsId]);
  return null;
}
