'use client';
import { usePathname, useRouter } from 'next/navigation';
import { type MouseEvent, type ReactNode, useEffect, useRef } from 'react';
import { askForLocale } from '#components/locale-of-page.ts';
import { type FrameMessage, type HostMessage, readHostMessage } from '#lib/frame-messages.ts';
import { frameOf } from '#lib/frame-pages.ts';

interface FrameLinkProps {
  /** Origins that may frame this page: nobody else is told anything, and nobody else is listened to. */
  readonly origins: readonly string[];
  readonly signedIn: boolean;
  readonly children: ReactNode;
}

/**
 * Tells the page around how tall this one is, and does what it asks of period, theme and locale. Links stay within the
 * frame where they can; what may not be framed opens in a tab of its own, instead of leaving the frame blank.
 */
export function FrameLink({ origins, signedIn, children }: FrameLinkProps) {
  const content = useRef<HTMLDivElement>(null);
  const router = useRouter();
  const path = usePathname();

  useEffect(() => {
    if (!content.current || window.parent === window) return;
    const tell = (message: FrameMessage) => {
      const host = hostOrigin();
      if (host !== undefined && origins.includes(host)) window.parent.postMessage(message, host);
    };
    const obey = (message: HostMessage) => {
      if (message.retailPulse === 'theme')
        document.documentElement.style.colorScheme = message.theme === 'system' ? '' : message.theme;
      if (message.retailPulse === 'locale') askForLocale(message.locale);
      if (message.retailPulse !== 'period') return;
      const { retailPulse: _, ...period } = message;
      router.replace(`${path}?${new URLSearchParams(period)}`, { scroll: false });
    };
    const hear = ({ origin, source, data }: MessageEvent) => {
      if (source !== window.parent || !origins.includes(origin)) return;
      const read = readHostMessage(data);
      if (read.kind === 'understood') obey(read.message);
      if (read.kind === 'refused') tell({ retailPulse: 'refused', asked: read.asked, reason: read.reason });
    };
    // The height of the content, not of the document: that one never gets less than the frame's.
    const observer = new ResizeObserver(([entry]) => {
      const height = entry?.borderBoxSize[0]?.blockSize;
      if (height !== undefined) tell({ retailPulse: 'height', height: Math.ceil(height) });
    });
    observer.observe(content.current);
    window.addEventListener('message', hear);
    tell({ retailPulse: 'signed-in', signedIn });
    return () => {
      observer.disconnect();
      window.removeEventListener('message', hear);
    };
  }, [origins, signedIn, path, router]);

  function follow(event: MouseEvent<HTMLDivElement>) {
    const link = event.target instanceof Element && event.target.closest('a');
    if (!link || link.origin !== window.location.origin || link.target || link.hasAttribute('download'))
      return;
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    const frame = frameOf(link.pathname);
    if (frame === link.pathname) return;
    if (frame === null) {
      link.target = '_blank';
      return;
    }
    event.preventDefault();
    event.stopPropagation();
    router.push(`${frame}${link.search}`);
  }

  return (
    <div ref={content} onClickCapture={follow}>
      {children}
    </div>
  );
}

/** Who frames us, as the browser says; the page around cannot make it up. */
function hostOrigin(): string | undefined {
  return window.location.ancestorOrigins?.[0] ?? URL.parse(document.referrer)?.origin;
}
