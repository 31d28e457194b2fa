"""A sound graph in Turtle, with the text that it quotes."""

PREFIXES = """
@prefix graf: <https://w3id.org/graf/ns#> .
@prefix akt: <https://w3id.org/graf/kod/akt/> .
@prefix avv: <https://w3id.org/graf/kod/avvikelse/> .
@prefix dok: <https://w3id.org/graf/kod/handlingstyp/> .
@prefix hroll: <https://w3id.org/graf/kod/hanvisningsroll/> .
@prefix moda: <https://w3id.org/graf/kod/modalitet/> .
@prefix prec: <https://w3id.org/graf/kod/precision/> .
@prefix regel: <https://w3id.org/graf/kod/regel/> .
@prefix roll: <https://w3id.org/graf/kod/roll/> .
@prefix sts: <https://w3id.org/graf/kod/utsagestatus/> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix edtf: <http://id.loc.gov/datatypes/edtf/> .
@prefix foaf: <http://xmlns.com/foaf/0.1/> .
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
<sammantrade/1280/kommunstyrelsen-2017-11-08> a graf:Meeting ; graf:heldBy <organ/1280/kommunstyrelsen> ;
  graf:meetingDate <datum/2017-11-08> ; graf:minutes <handling/1280/DIGEST16> .
<beslut/1280/kommunstyrelsen-2017-11-08-p341> graf:meeting <sammantrade/1280/kommunstyrelsen-2017-11-08> .
<parti/m> a graf:Party ; skos:notation "M" ; skos:prefLabel "Moderaterna"@sv .
<person/1280/vera-alm> a foaf:Person ; foaf:name "Vera Alm" .
<deltagande/1280/kommunstyrelsen-2017-11-08-ledamot-vera-alm> a graf:Participation ; prov:hadRole roll:ledamot ;
  graf:activity <sammantrade/1280/kommunstyrelsen-2017-11-08> ; graf:onBehalfOf <parti/m> ; graf:participants 1 ;
  prov:agent <person/1280/vera-alm> .
<omrostning/1280/kommunstyrelsen-2017-11-08-p341-8-5> a graf:Vote ; graf:votesFor 8 ; graf:votesAgainst 5 ;
  graf:inCase <arende/1280/STK-2017-2> ; graf:voteOn <beslut/1280/kommunstyrelsen-2017-11-08-p341> .
<avvikelse/1280/kommunstyrelsen-2017-11-08-p341-reservation-m> a graf:Dissent ; graf:onBehalfOf <parti/m> ;
  graf:inCase <arende/1280/STK-2017-2> ;
  graf:dissentKind avv:reservation ; graf:dissentOn <beslut/1280/kommunstyrelsen-2017-11-08-p341> .
<parti/m> graf:reservesAgainst <beslut/1280/kommunstyrelsen-2017-11-08-p341> .
<utsaga/000000000011> a graf:Statement ; rdf:subject <omrostning/1280/kommunstyrelsen-2017-11-08-p341-8-5> ;
  rdf:predicate graf:votesFor ;
  rdf:object 8 ;
  graf:status sts:uttryckt ; graf:modality moda:refererad ; graf:confidence 0.9 ; graf:rule regel:vote-told ;
  prov:wasGeneratedBy <korning/000000000000> ; graf:evidence <text/DIGEST16#char=79,92> .
<utsaga/000000000012> a graf:Statement ; rdf:subject <omrostning/1280/kommunstyrelsen-2017-11-08-p341-8-5> ;
  rdf:predicate graf:votesAgainst ;
  rdf:object 5 ;
  graf:status sts:uttryckt ; graf:modality moda:refererad ; graf:confidence 0.9 ; graf:rule regel:vote-told ;
  prov:wasGeneratedBy <korning/000000000000> ; graf:evidence <text/DIGEST16#char=79,92> .
<utsaga/000000000013> a graf:Statement ; rdf:subject <omrostning/1280/kommunstyrelsen-2017-11-08-p341-8-5> ;
  rdf:predicate graf:voteOn ;
  rdf:object <beslut/1280/kommunstyrelsen-2017-11-08-p341> ;
  graf:status sts:uttryckt ; graf:modality moda:refererad ; graf:confidence 0.9 ; graf:rule regel:vote-told ;
  prov:wasGeneratedBy <korning/000000000000> ; graf:evidence <text/DIGEST16#char=79,92> .
<utsaga/000000000014> a graf:Statement ; rdf:subject <avvikelse/1280/kommunstyrelsen-2017-11-08-p341-reservation-m> ;
  rdf:predicate graf:dissentKind ;
  rdf:object avv:reservation ;
  graf:status sts:uttryckt ; graf:modality moda:refererad ; graf:confidence 0.9 ; graf:rule regel:vote-told ;
  prov:wasGeneratedBy <korning/000000000000> ; graf:evidence <text/DIGEST16#char=79,92> .
<utsaga/000000000015> a graf:Statement ; rdf:subject <avvikelse/1280/kommunstyrelsen-2017-11-08-p341-reservation-m> ;
  rdf:predicate graf:dissentOn ;
  rdf:object <beslut/1280/kommunstyrelsen-2017-11-08-p341> ;
  graf:status sts:uttryckt ; graf:modality moda:refererad ; graf:confidence 0.9 ; graf:rule regel:vote-told ;
  prov:wasGeneratedBy <korning/000000000000> ; graf:evidence <text/DIGEST16#char=79,92> .
<utsaga/000000000016> a graf:Statement ; rdf:subject <parti/m> ; rdf:predicate graf:reservesAgainst ;
  rdf:object <beslut/1280/kommunstyrelsen-2017-11-08-p341> ;
  graf:status sts:uttryckt ; graf:modality moda:refererad ; graf:confidence 0.9 ; graf:rule regel:vote-told ;
  prov:wasGeneratedBy <korning/000000000000> ; graf:evidence <text/DIGEST16#char=79,92> .
regel:vote-told a graf:Rule ; skos:notation "vote-told" .
<trad/1280/STK-2016-1> a graf:PolicyThread ; skos:prefLabel "Tråd från STK-2016-1"@sv ;
  prov:hadMember <arende/1280/STK-2016-1> , <arende/1280/STK-2017-2> ; prov:wasGeneratedBy <korning/000000000000> ;
  graf:hasStep <arende/1280/STK-2016-1> , <arende/1280/STK-2017-2> .
regel:continues-case a graf:Rule ; skos:notation "continues-case" .
regel:lifted-to-case a graf:Rule , graf:InferenceRule ; skos:notation "lifted-to-case" .
<styrmedel/1280/fond-social> a graf:PolicyInstrument ; skos:prefLabel "sociala fonder"@sv .
<korning/000000000000> a graf:ExtractionRun ; graf:softwareVersion "0.1.0" ; graf:tablesDigest "DIGEST" .
"""
"""What everything below breaks: two cases, a decision with its assignment, a proposal, a document, statements, a meeting with
a vote and a dissent, and the thread of the two cases."""
