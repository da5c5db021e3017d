import { execFileSync } from 'node:child_process';

/** Names the parts that a reader sees, in the order of the document. */
const parser = `
import json, sys, xml.etree.ElementTree as tree
def texts(document):
    return [element.text or "" for element in tree.fromstring(document).iter()
            if element.tag.endswith("}text") or element.tag.endswith("}title")]
print(json.dumps([texts(document.encode()) for document in json.load(sys.stdin)]))
`;

/**
 * The titles and texts of SVG files, as a parser of XML that is not ours reads them.
 * @throws Error for what is not well-formed.
 */
export function readSvgs(documents: readonly string[]): string[][] {
  const input = JSON.stringify(documents);
  return JSON.parse(execFileSync('python3', ['-c', parser], { input, encoding: 'utf8' }));
}
