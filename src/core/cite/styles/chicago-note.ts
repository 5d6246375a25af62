/**
 * A full note after the Chicago Manual of Style, for the kinds of documents that a desk has. Written for this project:
 * everything between commas, title in quotation marks, `n.d.` where there is no date, the day of access before the address.
 * The genre (opinion, editorial) stands behind the title. Titles keep the letters they have: capitals are the outlet's.
 * Only our own words have a `note`; their date is one up to which they are kept.
 */
export const CHICAGO_NOTE = `<?xml version="1.0" encoding="utf-8"?>
<style xmlns="http://purl.org/net/xbiblio/csl" class="note" version="1.0" default-locale="en-US">
  <info>
    <title>Korea Desk: Chicago note</title>
    <id>urn:x-korea-desk:style:chicago-note</id>
    <category citation-format="note"/>
    <updated>2026-06-01T00:00:00+00:00</updated>
  </info>
  <macro name="container">
    <choose>
      <if type="webpage">
        <text variable="container-title"/>
      </if>
      <else-if variable="container-title">
        <text variable="container-title" font-style="italic"/>
      </else-if>
      <else>
        <text variable="publisher"/>
      </else>
    </choose>
  </macro>
  <macro name="issued">
    <choose>
      <if variable="issued">
        <group delimiter=" ">
          <choose>
            <if variable="note">
              <text value="as of"/>
            </if>
          </choose>
          <date variable="issued" form="text"/>
        </group>
      </if>
      <else>
        <text term="no date" form="short"/>
      </else>
    </choose>
  </macro>
  <macro name="accessed">
    <group delimiter=" ">
      <text term="accessed"/>
      <date variable="accessed" form="text"/>
    </group>
  </macro>
  <citation>
    <layout suffix="." delimiter="; ">
      <group delimiter=", ">
        <names variable="author">
          <name and="text" delimiter-precedes-last="contextual" et-al-min="4" et-al-use-first="1"/>
        </names>
        <text variable="title" quotes="true"/>
        <text variable="genre" text-case="lowercase"/>
        <text macro="container"/>
        <text macro="issued"/>
        <text macro="accessed"/>
        <text variable="URL"/>
      </group>
    </layout>
  </citation>
</style>`;
