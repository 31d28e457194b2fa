"""A sound graph in Turtle, with the text that it quotes."""

PREFIXES = """
@prefix graf: <https://w3id.org/graf/ns#> .
@prefix akt: <https://w3id.org/graf/kod/akt/> .
@prefix dok: <https://w3id.org/graf/kod/handlingstyp/> .
@prefix hroll: <https://w3id.org/graf/kod/hanvisningsroll/> .
@prefix moda: <https://w3id.org/graf/kod/modalitet/> .
@prefix prec: <https://w3id.org/graf/kod/precision/> .
@prefix regel: <https://w3id.org/graf/kod/regel/> .
@prefix sts: <https://w3id.org/graf/kod/utsagestatus/> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix edtf: <http://id.loc.gov/datatypes/edtf/> .
@prefix oa: <http://www.w3.org/ns/oa#> .
@prefix org: <http://www.w3.org/ns/org#> .
@prefix prov: <http://www.w3.org/ns/prov#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@base <https://w3id.org/graf/id/> .
"""

TEXT = "Kommunstyrelsen uppdrar åt stadskontoret att återkomma senast i december 2018. Se STK-2016-1.\n"
"""The text that the sound graph quotes; its digest is put into the graph where it says DIGEST."""

SOUND = """
<kommun/1280> a graf:Municipality ; dcterms:identifier "1280" ; skos:prefLabel "Malmö stad"@sv .
<organ/1280/kommunstyrelsen> a graf:DecidingBody ; skos:prefLabel "Kommunstyrelsen"@sv ; org:unitOf <kommun/1280> .
<organ/1280/stadskontoret> a graf:AdministrativeOffice ; skos:prefLabel "Stadskontoret"@sv ; org:unitOf <kommun/1280> .
<datum/2017-11-08> a graf:DateExpression ; graf:edtf "2017-11-08"^^edtf:EDTF ; graf:earliest "2017-11-08"^^xsd:date ;
  graf:latest "2017-11-08"^^xsd:date ; graf:precision prec:dag .
<datum/2018-12> a graf:DateExpression ; graf:edtf "2018-12"^^edtf:EDTF ; graf:earliest "2018-12-01"^^xsd:date ;
  graf:latest "2018-12-31"^^xsd:date ; graf:precision prec:manad .
<arende/1280/STK-2017-2> a graf:Case ; dcterms:identifier "1280:STK-2017-2" ; graf:diaryNumber "STK-2017-2" ;
  graf:municipality <kommun/1280> ; graf:continues <arende/1280/STK-2016-1> ; graf:buildsOn <arende/1280/STK-2016-1> .
<arende/1280/STK-2016-1> a graf:Case ; dcterms:identifier "1280:STK-2016-1" ; graf:diaryNumber "STK-2016-1" ;
  graf:municipality <kommun/1280> .
<beslut/1280/kommunstyrelsen-2017-11-08-p341> a graf:Decision ; graf:inCase <arende/1280/STK-2017-2> ;
  graf:decidingBody <organ/1280/kommunstyrelsen> ; graf:decisionDate <datum/2017-11-08> ; graf:paragraphNumber "341" ;
  graf:modality moda:beslutad ; graf:hasPoint <beslut/1280/kommunstyrelsen-2017-11-08-p341-1> .
<beslut/1280/kommunstyrelsen-2017-11-08-p341-1> a graf:DecisionPoint ; graf:pointNumber 1 ; graf:action akt:uppdrar .
<beslut/1280/STK-2017-2-stadskontoret-2017-11-08-proposed> a graf:Proposal ; graf:inCase <arende/1280/STK-2017-2> ;
  graf:modality moda:foreslagen ; graf:hasProposedPoint <beslut/1280/STK-2017-2-stadskontoret-2017-11-08-proposed-1> .
<beslut/1280/STK-2017-2-stadskontoret-2017-11-08-proposed-1> a graf:ProposedPoint ; graf:pointNumber 1 .
<uppdrag/1280/kommunstyrelsen-2017-11-08-p341-1> a graf:Assignment ; dcterms:description "återkomma"@sv ;
  graf:assignedIn <beslut/1280/kommunstyrelsen-2017-11-08-p341> ; graf:assigner <organ/1280/kommunstyrelsen> ;
  graf:assignee <organ/1280/stadskontoret> ; graf:deadline <datum/2018-12> .
<uppdrag/1280/STK-2017-2-proposed-1> a graf:ProposedAssignment ; dcterms:description "utreda"@sv .
<handling/1280/DIGEST16> a graf:Document ; graf:place "a.txt" ; graf:municipality <kommun/1280> ;
  graf:documentDate <datum/2017-11-08> ;
  graf:documentType dok:protokollsutdrag ; graf:issuedBy <organ/1280/kommunstyrelsen> .
<text/DIGEST16> a graf:TextVersion ; graf:sha256 "DIGEST" ; dcterms:isFormatOf <handling/1280/DIGEST16> .
<text/DIGEST16#char=79,92> a graf:Evidence ; oa:hasSource <text/DIGEST16> ; oa:exact "Se STK-2016-1" ; oa:start 79 ; oa:end 92 ;
  oa:prefix "2018. " ; oa:suffix "." .
<utsaga/000000000001> a graf:Statement ; rdf:subject <arende/1280/STK-2017-2> ; rdf:predicate graf:continues ;
  rdf:object <arende/1280/STK-2016-1> ; graf:status sts:uttryckt ; graf:modality moda:refererad ; graf:confidence 0.9 ;
  graf:rule regel:continues-case ; prov:wasGeneratedBy <korning/000000000000> ; graf:evidence <text/DIGEST16#char=79,92> .
<utsaga/000000000002> a graf:Statement ; rdf:subject <arende/1280/STK-2017-2> ; rdf:predicate graf:buildsOn ;
  rdf:object <arende/1280/STK-2016-1> ; graf:status sts:harledd ; graf:modality moda:refererad ; graf:confidence 0.9 ;
  graf:rule regel:lifted-to-case ; prov:wasGeneratedBy <korning/000000000000> ; prov:wasDerivedFrom <utsaga/000000000001> .
<utsaga/000000000003> a graf:Reference ; rdf:subject <arende/1280/STK-2017-2> ; rdf:predicate graf:refersTo ;
  graf:objectVerbatim "363/2010" ; graf:referenceRole hroll:citerat ; graf:referenceKind "case" ; graf:status sts:uttryckt ;
  graf:modality moda:refererad ; graf:confidence 0.9 ; graf:rule regel:continues-case ;
  prov:wasGeneratedBy <korning/000000000000> ; graf:evidence <text/DIGEST16#char=79,92> .
<utsaga/000000000004> a graf:Statement ; rdf:subject <arende/1280/STK-2017-2> ; rdf:predicate graf:replaces ;
  rdf:object <arende/1280/STK-2016-1> ; graf:status sts:uttryckt ; graf:modality moda:foreslagen ; graf:confidence 0.9 ;
  graf:rule regel:continues-case ; prov:wasGeneratedBy <korning/000000000000> ; graf:evidence <text/DIGEST16#char=79,92> .
regel:continues-case a graf:Rule ; skos:notation "continues-case" .
regel:lifted-to-case a graf:Rule , graf:InferenceRule ; skos:notation "lifted-to-case" .
<styrmedel/1280/fond-social> a graf:PolicyInstrument ; skos:prefLabel "sociala fonder"@sv .
<korning/000000000000> a graf:ExtractionRun ; graf:softwareVersion "0.1.0" ; graf:tablesDigest "DIGEST" .
"""
"""What everything below breaks: two cases, a decision with its assignment, a proposal, a document, four statements."""
