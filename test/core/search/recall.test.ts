import { describe, expect, test } from 'vitest';
import { searchWords } from '../../../core/search/analysis/search-words.ts';
import { createSearchIndex } from '../../../core/search/search-index.ts';
import { writeSegment } from './large-library.ts';
import { bodyOnly, request } from './libraries.ts';
import { MemoryStore } from './memory-store.ts';

/** Sentences of news in scripts without spaces, and in Korean, with punctuation, digits and Latin letters among them. */
const SENTENCES: Readonly<Record<string, readonly string[]>> = {
  chinese: [
    '人工智能政策引发新的讨论。',
    '北京大学发布GPT4研究报告，共2026页',
    '中华人民共和国国家统计局公布数据',
    '𠮷野家在東京開店',
  ],
  japanese: [
    '東京タワーで人工知能の会議が開かれた。',
    'ｶﾞｿﾘﾝ価格が高騰、政府は対策を検討',
    'スーパーコンピューター「富岳」の新記録',
    '気候変動についての報告書',
  ],
  korean: ['정부는 인공지능 정책을 발표했다.', '2026년 한국은행이 기준금리를 인하', '서울에서 열린 국제회의'],
  thai: ['รัฐบาลประกาศนโยบายปัญญาประดิษฐ์', 'ข่าววันนี้ในกรุงเทพมหานคร', 'น้ำท่วมภาคใต้'],
};

describe('scripts without spaces', () => {
  test.each(Object.entries(SENTENCES))(
    'in %s any two neighbouring letters find every article that has them',
    async (_, sentences) => {
      const store = new MemoryStore();
      const articles = sentences.map((sentence, key) => ({ key, fields: bodyOnly(sentence) }));
      const index = createSearchIndex(store);
      await index.update([writeSegment(store, 1, articles)], []);
      const runs = sentences.map((sentence) => searchWords(sentence));
      let asked = 0;
      for (const word of new Set(runs.flat())) {
        const letters = [...word];
        for (const pair of letters.slice(1).map((letter, at) => `${letters[at]}${letter}`)) {
          if (/[\da-z]/.test(pair)) continue;
          const answer = await index.search(request({ kind: 'word', text: pair, prefix: false }));
          const having = articles
            .filter(({ key }) => runs[key]?.some((run) => run.includes(pair)))
            .map(({ key }) => key);
          expect(answer.kind === 'found' && [...(await answer.keys())], pair).toEqual(having);
          asked += 1;
        }
      }
      expect(asked).toBeGreaterThan(25);
    },
  );
});
