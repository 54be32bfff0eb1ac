import { redirect } from 'next/navigation';
import { PAGES } from '#lib/roles.ts';

export default function HomePage() {
  redirect(PAGES.sales.path);
}
