import { language, t } from './language.ts';

/** A moment (ISO 8601) as people say it: minutes and hours ago, then the day and time on the reader's clock. */
export function ago(iso: string, now = Date.now()): string {
  const minutes = Math.floor((now - Date.parse(iso)) / 60_000);
  if (minutes < 1) return t('刚刚', 'just now');
  if (minutes < 60) return t(`${minutes} 分钟前`, `${minutes} min ago`);
  if (minutes < 24 * 60) {
    const hours = Math.floor(minutes / 60);
    return t(`${hours} 小时前`, `${hours} h ago`);
  }
  return moment(iso);
}

/** The full day and time. */
export function moment(iso: string): string {
  return new Intl.DateTimeFormat(language.value === 'zh' ? 'zh-CN' : 'en-GB', {
    dateStyle: 'medium',
    timeStyle: 'short',
  }).format(new Date(iso));
}
