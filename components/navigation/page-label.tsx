'use client';
import { usePathname } from 'next/navigation';
import { LabelLine } from '#components/panel/label-line.tsx';
import { labelOf, PAGES, type PageName } from '#lib/roles.ts';

/** The label of the page that is open: a layout does not know which one it is. */
export function PageLabel() {
  const path = usePathname();
  const page = (Object.keys(PAGES) as PageName[]).find(
    (name) => path === PAGES[name].path || path.startsWith(`${PAGES[name].path}/`),
  );
  if (!page) return null;
  return <LabelLine label={labelOf(page)} className="mx-auto max-w-[90rem] px-4 pb-6 sm:px-6" />;
}
