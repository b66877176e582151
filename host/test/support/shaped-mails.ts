// cspell:disable -- in thirteen languages
/** An answer to a mail of the portal, in the form that one mail program gives it; people and words are invented. */
export interface ShapedMail {
  program: string;
  language: string;
  /** The words that the person has written. */
  reply: string;
  /** Some of what is folded away. */
  folded: string;
  /** Headers of the content, and the content. */
  body: string;
}

/** Answers from mail programs, as these send them. */
export const shapedMails: readonly ShapedMail[] = [
  {
    program: 'Outlook for Windows',
    language: 'en',
    reply: `The café's mailbox works again – thank you.

Anna`,
    folded: `Does it work again?`,
    body: `Content-Type: multipart/alternative; boundary="=_alt"

--=_alt
Content-Type: text/plain; charset=windows-1252
Content-Transfer-Encoding: quoted-printable

The caf=E9's mailbox works again =96 thank you.

Anna

From: Nora Lind (Nordkai) <portal@nordkai.example>
Sent: Monday, November 2, 2026 10:15 AM
To: Anna Example <anna@client.example>
Subject: Ticket 10042: The mailbox

##- Please write your answer above this line -##

Hello Anna Example,

Does it work again?

--=_alt
Content-Type: text/html; charset=windows-1252
Content-Transfer-Encoding: quoted-printable

<html><body><div class=3DWordSection1><p>The caf=E9's mailbox works again =
=96 thank you.</p><p>Anna</p><div style=3D'border:none;border-top:solid #E1=
E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm'><p><b>From:</b> Nora Lind</p></div><p=
>Does it work again?</p></div></body></html>
--=_alt--
`,
  },
  {
    program: 'Outlook on the web',
    language: 'de',
    reply: `Danke, es geht wieder.`,
    folded: `Bitte versuchen Sie es noch einmal.`,
    body: `Content-Type: multipart/alternative; boundary="=_alt"

--=_alt
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: quoted-printable

Danke, es geht wieder.

________________________________
Von: Nora Lind (Nordkai) <portal@nordkai.example>
Gesendet: Montag, 2. November 2026 10:15
An: Anna Beispiel <anna@client.example>
Betreff: Ticket 10042: Das Postfach im B=C3=BCro

Bitte versuchen Sie es noch einmal.

--=_alt
Content-Type: text/html; charset=utf-8
Content-Transfer-Encoding: quoted-printable

<div class=3D"elementToProof">Danke, es geht wieder.</div><div id=3D"append=
onsend"></div><hr><div id=3D"divRplyFwdMsg"><b>Von:</b> Nora</div>
--=_alt--
`,
  },
  {
    program: 'Outlook for iOS',
    language: 'fr',
    reply: `Oui, s'il vous plaît.`,
    folded: `Faut-il la fermer ?`,
    body: `Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: base64

T3VpLCBzJ2lsIHZvdXMgcGxhw650Lg0KDQpUw6lsw6ljaGFyZ2VyIE91dGxvb2sgcG91ciBpT1M8
aHR0cHM6Ly9ha2EuZXhhbXBsZS9vMHVrZWY+DQpfX19fX19fX19fX19fX19fX19fX19fX19fX19f
X19fXw0KRGUgOiBOb3JhIExpbmQgKE5vcmRrYWkpIDxwb3J0YWxAbm9yZGthaS5leGFtcGxlPg0K
RW52b3nDqSA6IGx1bmRpIDIgbm92ZW1icmUgMjAyNiAxMDoxNTozMQ0Kw4AgOiBBbm5hIEV4ZW1w
bGUgPGFubmFAY2xpZW50LmV4YW1wbGU+DQpPYmpldCA6IFRpY2tldCAxMDA0MjogTGEgYm/DrnRl
DQoNCiMjLSBQbGVhc2Ugd3JpdGUgeW91ciBhbnN3ZXIgYWJvdmUgdGhpcyBsaW5lIC0jIw0KDQpG
YXV0LWlsIGxhIGZlcm1lciA/DQo=`,
  },
  {
    program: 'Gmail',
    language: 'es',
    reply: `Es el buzón del segundo piso.`,
    folded: `¿Qué buzón es?`,
    body: `Content-Type: multipart/alternative; boundary="=_alt"

--=_alt
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: quoted-printable

Es el buz=C3=B3n del segundo piso.

El lun, 2 nov 2026 a las 10:15, Nora Lind (Nordkai) (<
portal@nordkai.example>) escribi=C3=B3:

> ##- Please write your answer above this line -##
>
> Hello Anna Ejemplo,
>
> =C2=BFQu=C3=A9 buz=C3=B3n es?

--=_alt
Content-Type: text/html; charset=utf-8
Content-Transfer-Encoding: quoted-printable

<div dir=3D"ltr">Es el buz=C3=B3n del segundo piso.</div><br><div class=3D"=
gmail_quote gmail_quote_container"><div class=3D"gmail_attr">El lun</div><b=
lockquote class=3D"gmail_quote">=C2=BFQu=C3=A9 buz=C3=B3n es?</blockquote><=
/div>
--=_alt--
`,
  },
  {
    program: 'Gmail for Android',
    language: 'de',
    reply: `Ja, bitte schließen.`,
    folded: `Können wir das Ticket schließen?`,
    body: `Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: quoted-printable

Ja, bitte schlie=C3=9Fen.

Nora Lind (Nordkai) <portal@nordkai.example> schrieb am Mo., 2. Nov. 2026,
10:15:

> K=C3=B6nnen wir das Ticket schlie=C3=9Fen?
`,
  },
  {
    program: 'Apple Mail',
    language: 'it',
    reply: `Funziona, grazie.`,
    folded: `Adesso va meglio?`,
    body: `Content-Type: multipart/alternative; boundary="=_alt"

--=_alt
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: quoted-printable

Funziona, grazie.

> Il giorno 2 nov 2026, alle ore 10:15, Nora Lind (Nordkai) <portal@nordkai=
.example> ha scritto:
>
> Adesso va meglio?

--=_alt
Content-Type: text/html; charset=utf-8
Content-Transfer-Encoding: quoted-printable

Funziona, grazie.<br><blockquote type=3D"cite"><div>Il giorno 2 nov 2026</d=
iv><div>Adesso va meglio?</div></blockquote>
--=_alt--
`,
  },
  {
    program: 'Thunderbird',
    language: 'cs',
    reply: `Dobrý den, schránka už od včerejška funguje a zprávy odcházejí okamžitě, děkuji.`,
    folded: `Zkuste to prosím znovu`,
    body: `Content-Type: text/plain; charset=windows-1250; format=flowed; delsp=yes
Content-Transfer-Encoding: quoted-printable

Dobr=FD den, schr=E1nka u=9E od v=E8erej=9Aka funguje a zpr=E1vy odch=E1zej=
=ED =20
okam=9Eit=EC, d=ECkuji.

Dne 2. 11. 2026 v 10:15 Nora Lind (Nordkai) napsal(a):
> Zkuste to pros=EDm znovu, p=F8=ED=9At=EC zavol=E1me.
`,
  },
  {
    program: 'Thunderbird, HTML alone',
    language: 'pl',
    reply: `Dziękuję, wszystko działa.

Adres: panel [https://panel.client.example/x]`,
    folded: `Czy już działa?`,
    body: `Content-Type: text/html; charset=utf-8
Content-Transfer-Encoding: quoted-printable

<html><body><p>Dzi=C4=99kuj=C4=99, <b>wszystko</b> dzia=C5=82a.</p><p>Adres=
: <a href=3D"https://panel.client.example/x">panel</a></p><div class=3D"moz=
-cite-prefix">W dniu 2.11.2026 o 10:15, Nora Lind (Nordkai) pisze:<br></div=
><blockquote type=3D"cite" cite=3D"mid:x"><p>Czy ju=C5=BC dzia=C5=82a?</p><=
/blockquote></body></html>`,
  },
  {
    program: 'iPhone Mail',
    language: 'en',
    reply: `Second floor.`,
    folded: `Sent from my iPhone`,
    body: `Content-Type: text/plain; charset=us-ascii
Content-Transfer-Encoding: 7bit

Second floor.

Sent from my iPhone

> On 2 Nov 2026, at 10:15, Nora Lind (Nordkai) <portal@nordkai.example> wrote:
> 
> ##- Please write your answer above this line -##
> 
> Which floor?
`,
  },
  {
    program: 'Gmail',
    language: 'ar',
    reply: `شكرا، يعمل البريد الآن.`,
    folded: `هل يعمل البريد؟`,
    body: `Content-Type: text/plain; charset=windows-1256
Content-Transfer-Encoding: base64

1N/Rx6Eg7drj4SDH4cjR7c8gx+HC5C4NCg0K3e0gx+HHy+Tt5KEgMiDk5t3jyNEgMjAyNiDd7SAx
MDoxNSDVIN/KyCBOb3JhIExpbmQgKE5vcmRrYWkpIDxwb3J0YWxAbm9yZGthaS5leGFtcGxlPjoN
Cg0KPiAjIy0g7dHM7CDfysfIySDRz98g3ebeIOXQxyDH4dPY0SAtIyMNCj4NCj4g5eEg7drj4SDH
4cjR7c+/DQo=`,
  },
  {
    program: 'Yahoo Mail',
    language: 'en',
    reply: `Please call me at noon.`,
    folded: `When may we call?`,
    body: `Content-Type: text/html; charset=utf-8
Content-Transfer-Encoding: quoted-printable

<html><body><div class=3D"ydp1yahoo-style-wrap"><div dir=3D"ltr">Please cal=
l me at noon.</div><div class=3D"yahoo_quoted"><div>On Monday, November 2, =
2026 at 10:15:00 AM GMT+1, Nora Lind (Nordkai) wrote:</div><div>When may we=
 call?</div></div></div></body></html>`,
  },
  {
    program: 'Proton Mail',
    language: 'nl',
    reply: `Dat klopt.`,
    folded: `Klopt dat?`,
    body: `Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: quoted-printable

Dat klopt.

Sent with Proton Mail secure email.

On Monday, 2 November 2026 at 10:15, Nora Lind (Nordkai) <portal@nordkai.ex=
ample> wrote:

> Klopt dat?
`,
  },
  {
    program: 'Seznam',
    language: 'cs',
    reply: `Ano, souhlasím.`,
    folded: `Souhlasíte s cenou?`,
    body: `Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: quoted-printable

Ano, souhlas=C3=ADm.

---------- P=C5=AFvodn=C3=AD e-mail ----------
Od: Nora Lind (Nordkai) <portal@nordkai.example>
Komu: anna@client.example
Datum: 2. 11. 2026 10:15:02
P=C5=99edm=C4=9Bt: Po=C5=BEadavek 10042: Schr=C3=A1nka

Souhlas=C3=ADte s cenou?
`,
  },
  {
    program: 'mutt',
    language: 'ru',
    reply: `Да, большой.`,
    folded: `Клиент ООО`,
    body: `Content-Type: text/plain; charset=koi8-r
Content-Transfer-Encoding: base64

T24gTW9uLCBOb3YgMDIsIDIwMjYgYXQgMTA6MTU6MDBBTSArMDEwMCwgTm9yYSBMaW5kIChOb3Jk
a2FpKSB3cm90ZToNCj4g/NTPIMLPzNjbz8og0d3Jyz8NCj4gTm9yYQ0KDQrkwSwgws/M2NvPyi4N
Cg0KLS0gDQrhzs7BIPDSyc3F0g0K68zJxc7UIO/v7w0K`,
  },
  {
    program: 'K-9 Mail',
    language: 'de',
    reply: `>##- Bitte schreiben Sie Ihre Antwort über diese Zeile -##
>
>Welches Postfach?

Das im Büro.

>Seit wann?

Seit Montag.`,
    folded: `Am 2. November 2026`,
    body: `Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: quoted-printable

Am 2. November 2026 10:15:00 MEZ schrieb "Nora Lind (Nordkai)" <portal@nord=
kai.example>:
>##- Bitte schreiben Sie Ihre Antwort =C3=BCber diese Zeile -##
>
>Welches Postfach?

Das im B=C3=BCro.

>Seit wann?

Seit Montag.
`,
  },
  {
    program: 'Gmail',
    language: 'ja',
    reply: `はい、直りました。`,
    folded: `もう直りましたか`,
    body: `Content-Type: text/plain; charset=iso-2022-jp
Content-Transfer-Encoding: base64

GyRCJE8kJCEiRD4kaiReJDckPyEjGyhCDQoNCjIwMjYbJEJHLxsoQjExGyRCN24bKEIyGyRCRnwb
KEIoGyRCN24bKEIpIDEwOjE1IE5vcmEgTGluZCAoTm9yZGthaSkgPHBvcnRhbEBub3Jka2FpLmV4
YW1wbGU+Og0KDQo+IBskQiRiJCZEPiRqJF4kNyQ/JCshKRsoQg0K`,
  },
  {
    program: 'Outlook for Mac',
    language: 'tr',
    reply: `Şimdi çalışıyor, teşekkürler.`,
    folded: `Çalışıyor mu?`,
    body: `Content-Type: text/plain; charset=iso-8859-9
Content-Transfer-Encoding: quoted-printable

=DEimdi =E7al=FD=FE=FDyor, te=FEekk=FCrler.

Kimden: Nora Lind (Nordkai) <portal@nordkai.example>
G=F6nderildi: 2 Kas=FDm 2026 Pazartesi 10:15
Kime: Anna =D6rnek <anna@client.example>
Konu: Ticket 10042: Posta kutusu

=C7al=FD=FE=FDyor mu?
`,
  },
  {
    program: 'GMX',
    language: 'de',
    reply: `Vielen Dank, das hat geholfen.`,
    folded: `Hat das geholfen?`,
    body: `Content-Type: text/plain; charset=iso-8859-1
Content-Transfer-Encoding: quoted-printable

Vielen Dank, das hat geholfen.
=20
=20

Gesendet: Montag, 02. November 2026 um 10:15 Uhr
Von: "Nora Lind (Nordkai)" <portal@nordkai.example>
An: anna@client.example
Betreff: Ticket 10042: Das Postfach

Hat das geholfen?
`,
  },
  {
    program: 'Gmail, with a report copied in',
    language: 'en',
    reply: `This is what the bounce says:

From: MAILER-DAEMON@mx.partner.example
To: anna@client.example
Date: Mon, 02 Nov 2026 08:00:00 +0100

> 550 5.7.1 refused

What does it mean?`,
    folded: `What does the bounce say?`,
    body: `Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: quoted-printable

This is what the bounce says:

From: MAILER-DAEMON@mx.partner.example
To: anna@client.example
Date: Mon, 02 Nov 2026 08:00:00 +0100

> 550 5.7.1 refused

What does it mean?

On Mon, Nov 2, 2026 at 10:15 AM Nora Lind (Nordkai) <portal@nordkai.example>
wrote:

> ##- Please write your answer above this line -##
>
> What does the bounce say?
`,
  },
  {
    program: 'Foxmail',
    language: 'zh',
    reply: `可以了，谢谢。`,
    folded: `现在可以了吗`,
    body: `Content-Type: text/plain; charset=gb2312
Content-Transfer-Encoding: base64

v8nS1MHLo6zQu9C7oaMNCg0K1NogMjAyNsTqMTHUwjLI1SAxMDoxNaOsTm9yYSBMaW5kIChOb3Jk
a2FpKSA8cG9ydGFsQG5vcmRrYWkuZXhhbXBsZT4g0LS1wKO6DQoNCj4gz9bU2r/J0tTBy8Lwo78N
Cg==`,
  },
];
