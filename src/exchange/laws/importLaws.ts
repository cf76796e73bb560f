import { titleKey } from '../../model/citations/title.ts';
import type { LawFile } from '../../model/generated/schemas.ts';
import { kindOf, type LawKind } from './lawKind.ts';
import { readLawText, type LawEvent, type LawText } from './lawText.ts';

type Version = LawFile['versions'][number];

/** What became of a file, or of a law, that somebody should look at. */
export interface LawNote {
  file: string;
  line?: number;
  zh: string;
  en: string;
}

/** Entries for the registry, and all that could not be read or was not sure. */
export interface ImportedLaws {
  laws: LawFile[];
  /** Files that made no entry. */
  unread: LawNote[];
  /** Lines that were passed over, dates that the text does not tell. */
  notes: LawNote[];
}

/**
 * Entries of the registry from laws in Markdown: several files of one title are one entry with versions. No text is
 * taken over, only dates, document numbers and how many articles there are; gists are for the drafter to write.
 */
export function importLaws(files: readonly { file: string; text: string }[]): ImportedLaws {
  const out: ImportedLaws = { laws: [], unread: [], notes: [] };
  const byTitle = new Map<string, { law: LawFile; texts: LawText[] }>();
  for (const { file, text } of files) {
    const read = readLawText(file, text);
    const kind = read === undefined ? undefined : kindOf(read);
    if (read === undefined || kind === undefined || versionsOf(read).length === 0) {
      out.unread.push(unread(file, read, kind !== undefined));
      continue;
    }
    for (const { line, words } of read.notes)
      out.notes.push({
        file,
        line,
        zh: `没有读懂这一行：${words}`,
        en: `This line was not understood: ${words}`,
      });
    const key = titleKey(read.title);
    const entry = byTitle.get(key) ?? { law: begun(read, kind), texts: [] };
    byTitle.set(key, entry);
    entry.texts.push(read);
  }
  for (const { law, texts } of byTitle.values()) {
    law.versions = numbered(mergedVersions(texts, out.notes));
    const number = law.versions[0]?.by;
    if (number !== undefined && number.endsWith('号')) law.documentNumber = number;
    law.source.text = `据法规文本登记：${texts.map(({ file }) => file.split('/').at(-1)!).join('、')}`;
    out.laws.push(inOrder(law));
  }
  markRepealed(byTitle);
  out.laws.sort((a, b) => (a.id < b.id ? -1 : 1));
  return out;
}

function begun({ title }: LawText, { kind, issuer }: { kind: LawKind; issuer: string }): LawFile {
  const short = title.replace(/^中华人民共和国/, '');
  return {
    id: lawId(kind, title),
    title,
    ...(short !== title && { shortTitles: [short] }),
    kind,
    issuer,
    versions: [] as unknown as LawFile['versions'], // filled once all its texts are read
    source: { text: '', confidence: 'medium' },
  };
}

/** The same with its fields as an author writes them: the document number before the versions. */
function inOrder({ versions, source, ...rest }: LawFile): LawFile {
  return { ...rest, versions, source };
}

const prefixes: Record<LawKind, string> = {
  constitution: 'constitution',
  law: 'law',
  'administrative-regulation': 'regulation',
  'state-council-decision': 'decision',
  'local-regulation': 'local-regulation',
  'provincial-rule': 'provincial-rule',
  'local-rule': 'local-rule',
  'department-rule': 'rule',
  'normative-document': 'notice',
};

/** An id that the same title always gets: its kind and 32 bits of FNV-1a of the title. Whoever adopts it may rename it. */
function lawId(kind: LawKind, title: string): string {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(titleKey(title)))
    hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return `${prefixes[kind]}-${hash.toString(16).padStart(8, '0')}`;
}

/** Versions by their days of adoption, as one text tells them. */
function versionsOf(text: LawText): Omit<Version, 'id'>[] {
  const versions: Omit<Version, 'id'>[] = [];
  let open: LawEvent | undefined;
  for (const event of [...text.events].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))) {
    if (event.change === 'in-force') continue;
    if (event.change === 'repealed') {
      const last = versions.at(-1);
      if (last !== undefined) last.repealed = event.date;
      continue;
    }
    const last = versions.at(-1);
    // Passed in a meeting and published in the same months is one version, dated by its publication.
    const same =
      open !== undefined && last !== undefined && (event.date === open.date || follows(open, event));
    const by = event.by === undefined ? {} : { by: event.by };
    if (same) {
      const changed = event.change === 'enacted' ? {} : { change: event.change };
      Object.assign(last, { adopted: event.date }, changed, by);
    } else versions.push({ adopted: event.date, change: event.change, ...by });
    open = event;
  }
  if (text.named !== undefined && !versions.some(({ adopted }) => adopted === text.named)) {
    const publication: LawEvent = { date: text.named, change: 'enacted', words: '' };
    if (open !== undefined && open.date < text.named && follows(open, publication))
      versions.at(-1)!.adopted = text.named;
    else versions.push({ adopted: text.named });
  }
  return versions.sort((a, b) => (a.adopted! < b.adopted! ? -1 : 1));
}

/** Whether `event` is the publication of what `before` passed. */
function follows(before: LawEvent, event: LawEvent): boolean {
  const days = (Date.parse(event.date) - Date.parse(before.date)) / 86_400_000;
  return (
    event.change === 'enacted' && /通过|批准/.test(before.words) && !/通过/.test(event.words) && days <= 180
  );
}

/** The versions that all texts of a law tell together, with the day each takes effect where one says so. */
function mergedVersions(texts: readonly LawText[], notes: LawNote[]): Omit<Version, 'id'>[] {
  const byDay = new Map<string, Omit<Version, 'id'>>();
  for (const text of texts)
    for (const version of versionsOf(text))
      byDay.set(version.adopted!, { ...version, ...byDay.get(version.adopted!) });
  const versions = [...byDay.values()].sort((a, b) => (a.adopted! < b.adopted! ? -1 : 1));
  for (const text of texts) {
    const shown = versions.find(({ adopted }) => adopted === text.named) ?? versions.at(-1)!;
    if (text.lastArticle !== undefined)
      shown.lastArticle = Math.max(shown.lastArticle ?? 0, text.lastArticle);
    const upTo = versions.filter(({ adopted }) => adopted! <= shown.adopted!);
    for (const date of effectiveDays(text, upTo)) {
      const version = upTo.findLast(({ adopted }) => adopted! <= date);
      if (version !== undefined) version.effective ??= date;
      else
        notes.push({
          file: text.file,
          zh: `施行日期 ${date} 早于所有公布日期，没有登记。`,
          en: `It takes effect on ${date}, before any version was adopted; not entered.`,
        });
    }
  }
  for (const { effective, adopted } of versions)
    if (effective === undefined)
      notes.push({
        file: texts.at(-1)!.file,
        zh: `${adopted!} 的版本没有写明何时施行。`,
        en: `When the version of ${adopted!} takes effect is not told.`,
      });
  return versions;
}

/** Days of taking effect that a text tells; 公布之日 is that of the version that wrote the text as a whole. */
function effectiveDays({ events, effect }: LawText, versions: readonly Omit<Version, 'id'>[]): string[] {
  const days = events.filter(({ change }) => change === 'in-force').map(({ date }) => date);
  if (effect?.kind === 'day' && !days.includes(effect.date)) days.push(effect.date);
  if (effect?.kind === 'on-publication') {
    // A decision that changes some articles leaves the sentence of the text as it stood.
    const written = versions.findLast(
      ({ change, by }) =>
        change === 'enacted' || (change === 'revised' && (by === undefined || by.endsWith('号'))),
    );
    if (written !== undefined) days.push(written.adopted!);
  }
  return days;
}

/** Ids by year, and by day where a year has two. */
function numbered(versions: readonly Omit<Version, 'id'>[]): LawFile['versions'] {
  const withIds = versions.map((version) => {
    const alone = versions.filter((other) => year(other) === year(version)).length === 1;
    return { id: `y${alone ? year(version) : version.adopted!}`, ...version };
  });
  return withIds as LawFile['versions']; // never empty: a text without a version is unread
}

function year({ adopted }: Omit<Version, 'id'>): string {
  return adopted!.slice(0, 4);
}

/** Writes into each law when another one, or a later version of itself, says that it ends. */
function markRepealed(byTitle: ReadonlyMap<string, { law: LawFile; texts: LawText[] }>): void {
  for (const { law, texts } of byTitle.values())
    for (const { named, repeals } of texts) {
      const version = law.versions.find(({ adopted }) => adopted === named) ?? law.versions.at(-1)!;
      const since = version.effective;
      if (since === undefined) continue;
      for (const title of repeals) {
        const ended = byTitle
          .get(titleKey(title))
          ?.law.versions.findLast(({ id, adopted }) => adopted! < version.adopted! && id !== version.id);
        if (ended !== undefined) ended.repealed ??= since;
      }
    }
}

function unread(file: string, read: LawText | undefined, hasKind: boolean): LawNote {
  if (read === undefined)
    return {
      file,
      zh: '不是这种格式的法规：要有“# 标题”和“<!-- INFO END -->”。',
      en: 'Not a law in this format: it needs "# title" and "<!-- INFO END -->".',
    };
  return hasKind
    ? {
        file,
        zh: '没有公布、修订的日期，不能登记版本。',
        en: 'No day of adoption or revision, so no version.',
      }
    : { file, zh: '看不出效力层级和制定机关。', en: 'Neither kind nor issuer can be told.' };
}
