import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { isFramedPage } from '#lib/frame-pages.ts';
import type { SearchParams } from '#lib/period.ts';
import { PAGES } from '#lib/roles.ts';
import { Framed } from '../framed.tsx';
import { FRAMED_PANELS } from '../framed-panels.tsx';

interface FramedPageProps {
  readonly params: Promise<{ readonly page: string }>;
  readonly searchParams: Promise<SearchParams>;
}

export async function generateMetadata({ params }: FramedPageProps): Promise<Metadata> {
  const { page } = await params;
  return isFramedPage(page) ? { title: PAGES[page].title } : {};
}

/** The panels of a page without its chrome, for a frame on the intranet. */
export default async function EmbedPage({ params, searchParams }: FramedPageProps) {
  const { page } = await params;
  if (!isFramedPage(page)) notFound();
  return <Framed page={page}>{FRAMED_PANELS[page](await searchParams)}</Framed>;
}
