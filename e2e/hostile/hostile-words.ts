/**
 * What somebody hostile would write into the name of a product, a store or a supplier. Any of them that is taken for
 * more than text calls `struck`, leaves an element that no page of the product has, or turns about what stands beside it.
 */
export const HOSTILE_WORDS = [
  '<img src=x onerror=struck()>',
  '</script><script>struck()</script>',
  '"><svg onload=struck()>',
  "' onmouseover='struck()",
  "{{constructor.constructor('struck()')()}}",
  '{b|{a}}%s<%=struck()%>',
  'javascript:struck()',
  '\u202Egnp.exe',
] as const;
