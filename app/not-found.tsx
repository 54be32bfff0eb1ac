import Link from 'next/link';

export default function NotFound() {
  return (
    <main className="mx-auto max-w-lg px-6 py-24">
      <h1 className="text-2xl font-semibold">There is no such page</h1>
      <p className="mt-2 text-ink-muted">The address may have been mistyped, or the page may have moved.</p>
      <Link href="/" className="mt-6 inline-block font-medium text-accent underline-offset-4 hover:underline">
        Go to the start
      </Link>
    </main>
  );
}
