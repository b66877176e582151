import { sql } from 'kysely';

/** The name that the standard gives to the XML file within the PDF. */
const fileName = 'factur-x.xml';

/** Types of documents that are e-invoices (UNTDID 1001); a proforma invoice is none. */
const typeCodes = ['380', '381', '384', '386', '389'];

/**
 * Tells whether an invoice can be expressed as Factur-X in the profile EN 16931, as a column of the table `invoices`: what the standard
 * requires is known, and no amount has more than two decimals.
 */
export const isFacturX = sql<boolean>`(
  type_code = any(${typeCodes}) and seller->>'country' is not null and buyer->>'country' is not null
  and total = round(total, 2) and net_total = round(net_total, 2) and tax_total = round(tax_total, 2)
  and rounding = round(rounding, 2) and prepaid = round(prepaid, 2)
  and exists (select 1 from invoice_lines where invoice_id = invoices.id)
  and not exists (select 1 from invoice_lines where invoice_id = invoices.id and (net <> round(net, 2) or not ${hasRate('tax_category', 'tax_rate')}))
  and exists (select 1 from invoice_taxes where invoice_id = invoices.id)
  and not exists (select 1 from invoice_taxes where invoice_id = invoices.id and (
    base <> round(base, 2) or tax <> round(tax, 2) or not ${hasRate('category', 'rate')}
    or (category in ('E', 'AE', 'G', 'O') and reason is null)
    or (category <> 'O' and seller->>'vatId' is null)
    or (category = 'AE' and buyer->>'vatId' is null))))`.as('is_factur_x');

/** A rate where one is needed, and none outside the scope of tax. Supplies within the Union need a place of delivery, which is not known. */
function hasRate(category: string, rate: string) {
  return sql`((${sql.ref(category)} in ('S', 'Z', 'E', 'AE', 'G') and ${sql.ref(rate)} is not null) or (${sql.ref(category)} = 'O' and ${sql.ref(rate)} is null))`;
}

/** Puts the Cross Industry Invoice into the PDF/A-3 document and says so in its metadata, as Factur-X 1.0 (ZUGFeRD 2) wants it. */
export function attachCii(document: PDFKit.PDFDocument, cii: string, issued: Date): void {
  // In a constant, for the types of pdfkit do not know `relationship`.
  const options = {
    name: fileName,
    type: 'text/xml',
    description: 'The invoice as EN 16931 has it',
    relationship: 'Alternative',
    creationDate: issued,
    modifiedDate: issued,
  };
  document.file(Buffer.from(cii), options);
  document.appendXML(metadata);
}

const namespace = 'urn:factur-x:pdfa:CrossIndustryDocument:invoice:1p0#';
const properties = [
  ['DocumentFileName', fileName, 'The name of the embedded XML document'],
  ['DocumentType', 'INVOICE', 'The type of the hybrid document in capital letters'],
  ['Version', '1.0', 'The actual version of the standard applying to the embedded XML document'],
  ['ConformanceLevel', 'EN 16931', 'The conformance level of the embedded XML document'],
] as const;

const metadata = `
<rdf:Description xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#" rdf:about="">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>Factur-X PDFA Extension Schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>${namespace}</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>fx</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq>
${properties.map(([name, , description]) => `<rdf:li rdf:parseType="Resource"><pdfaProperty:name>${name}</pdfaProperty:name><pdfaProperty:valueType>Text</pdfaProperty:valueType><pdfaProperty:category>external</pdfaProperty:category><pdfaProperty:description>${description}</pdfaProperty:description></rdf:li>`).join('\n')}
</rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
<rdf:Description xmlns:fx="${namespace}" rdf:about="">
${properties.map(([name, value]) => `<fx:${name}>${value}</fx:${name}>`).join('\n')}
</rdf:Description>
`;
