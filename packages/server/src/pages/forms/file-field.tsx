/** @jsxRuntime automatic */
/** @jsxImportSource preact */
/** A file input with what is uploaded already: a refused form keeps its files. */

import type { FileNode } from './model.ts';
import { described, Fault, type FieldProps, Hint, Optional } from './parts.tsx';

const OFFERED = '.pdf,.jpg,.jpeg,.png,.docx,.xlsx,.mp3,.mp4,.m4a';

export const sizeText = (bytes: number): string =>
  bytes >= 1024 * 1024 ? `${(bytes / 1024 / 1024).toFixed(1)} MB` : `${Math.max(1, Math.round(bytes / 1024))} KB`;

export function FileField({ node, t }: FieldProps<FileNode>) {
  const { id, path, uploaded, multiple, words } = node;
  return (
    <div class={`fld w-full fil${node.error ? ' fld-err' : ''}`}>
      <label class="lbl" for={id}>
        {node.title}
        <Optional node={node} t={t} />
      </label>
      <Hint node={node} />
      <Fault node={node} t={t} />
      {uploaded.length ? (
        <ul class="ups">
          {uploaded.map((file) => (
            <li>
              <input type="hidden" name={`${file.path}.sha256`} value={file.sha256} />
              <input type="hidden" name={`${file.path}.size`} value={file.size} />
              <input type="hidden" name={`${file.path}.type`} value={file.type} />
              <input type="hidden" name={`${file.path}.name`} value={file.name} />
              <span class="ups-n">
                {t('uploaded')}
                {t('colon')}
                {file.name}
              </span>
              <span class="sub">{sizeText(Number(file.size) || 0)}</span>
              <button
                class="btn btn-q btn-s"
                type="submit"
                name="_op"
                value={multiple ? `del:${path}:${file.path.split('.').at(-1)}` : `del:${path}`}
                formNoValidate
              >
                {t('remove')}
                <span class="vh">{` ${file.name}`}</span>
              </button>
            </li>
          ))}
        </ul>
      ) : null}
      <input id={id} name={path} type="file" multiple={multiple} accept={OFFERED} {...described(node)} />
      <p class="hint">{uploaded.length && !multiple ? t('replaceFile') : t('fileHint')}</p>
      {words ? (
        <div class="fil-w">
          <label class="lbl" for={`${id}--words`}>
            {words.title}
            <span class="opt">{t('orWords')}</span>
          </label>
          <textarea id={`${id}--words`} name={`${path}.words`} rows={2} maxLength={words.maxLength}>
            {words.value}
          </textarea>
        </div>
      ) : null}
    </div>
  );
}
