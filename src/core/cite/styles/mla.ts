/**
 * An entry of a list of works cited after the MLA Handbook (9th edition), for the kinds of documents that a desk has.
 * Written for this project after the handbook's template of core elements: author, title, container, publication date,
 * location; then genre and day of access. A text without a date has none: the handbook no longer asks for `n.d.`. Titles
 * keep the letters they have: capitals are the outlet's. Only our own words have a `note`; their date is one up to which
 * they are kept.
 */
export const MLA = `<?xml version="1.0" encoding="utf-8"?>
<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0" default-locale="en-US">
  <info>
    <title>Korea Desk: MLA</title>
    <id>urn:x-korea-desk:style:mla</id>
    <category citation-format="author"/>
    <updated>2026-06-01T00:00:00+00:00</updated>
  </info>
  <macro name="container">
    <choose>
      <if variable="container-title">
        <text variable="container-title" font-style="italic"/>
      </if>
      <else>
        <text variable="publisher"/>
      </else>
    </choose>
  </macro>
  <macro name="issued">
    <group delimiter=" ">
      <choose>
        <if variable="issued note" match="all">
          <text value="as of"/>
        </if>
      </choose>
      <date variable="issued">
        <date-part name="day" suffix=" "/>
        <date-part name="month" form="short" suffix=" "/>
        <date-part name="year"/>
      </date>
    </group>
  </macro>
  <macro name="accessed">
    <group delimiter=" ">
      <text term="accessed" text-case="capitalize-first"/>
      <date variable="accessed">
        <date-part name="day" suffix=" "/>
        <date-part name="month" form="short" suffix=" "/>
        <date-part name="year"/>
      </date>
    </group>
  </macro>
  <citation>
    <layout prefix="(" suffix=")" delimiter="; ">
      <names variable="author">
        <substitute>
          <text variable="title" quotes="true"/>
        </substitute>
      </names>
    </layout>
  </citation>
  <bibliography>
    <layout suffix=".">
      <group delimiter=". ">
        <names variable="author">
          <name and="text" delimiter-precedes-last="always" delimiter-precedes-et-al="always" et-al-min="3" et-al-use-first="1"/>
        </names>
        <text variable="title" quotes="true"/>
        <group delimiter=", ">
          <text macro="container"/>
          <text macro="issued"/>
          <text variable="URL"/>
        </group>
        <text variable="genre"/>
        <text macro="accessed"/>
      </group>
    </layout>
  </bibliography>
</style>`;
