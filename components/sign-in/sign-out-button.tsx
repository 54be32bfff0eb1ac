export function SignOutButton() {
  return (
    <form method="post" action="/api/session/end">
      <button
        type="submit"
        className="rounded-lg border border-line-strong px-3 py-1.5 text-sm whitespace-nowrap hover:bg-surface-sunken"
      >
        Sign out
      </button>
    </form>
  );
}
