'use client';
import { PageFailed, type PageFailure } from '#components/navigation/page-failed.tsx';

export default function ErrorPage({ error }: PageFailure) {
  return <PageFailed error={error} />;
}
