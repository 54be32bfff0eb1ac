import { redirect } from 'next/navigation';
import { mayOpen, PAGES, type PageName } from '#lib/roles.ts';
import { requireSignedIn } from '#server/auth/require-role.ts';

/** Home is the first page of one's role. */
export default async function HomePage() {
  const { role } = await requireSignedIn();
  const names = Object.keys(PAGES) as PageName[];
  redirect(PAGES[names.find((page) => mayOpen(role, page)) ?? 'sales'].path);
}
