import type { RequestHandler } from 'msw';
import type { TemplateResult } from 'lit';
import type { LocaleSettings, PermissionSet, Session } from '../../src/index.js';

/** A named situation of one element: what a story shows, a test mounts and axe audits. */
export interface Scene {
  /** The tag with its attributes, as a page author would write it. */
  markup: TemplateResult;
  handlers: RequestHandler[];
  /** Permissions other than everything; `null`: nobody is signed in; `undefined` with `noProvider`: nobody answers. */
  permissions?: PermissionSet | null;
  /** Who is signed in; somebody with these permissions unless told. */
  session?: Session | null;
  noProvider?: boolean;
  locale?: LocaleSettings;
  /** Phase in which the scene comes to rest; `ready` unless told. */
  phase?: string;
  /** Inline size of the container in pixels, where the scene is about it. */
  width?: number;
  dark?: boolean;
  rightToLeft?: boolean;
}

export type Scenes = Record<
  'default' | 'loading' | 'empty' | 'error' | 'denied' | 'readOnly' | 'longText' | 'manyRows' | 'narrow' | 'rightToLeft' | 'dark',
  Scene
> &
  Record<string, Scene>;
