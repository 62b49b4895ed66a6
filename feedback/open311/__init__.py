"""Open311 GeoReport v2: what is public about requests, and requests that partners hand in.

A service is a category of a mailbox that is open. A request that can be read is a published
question, under the number of its publication and in the words of the public copy; a submission
that is not published does not exist here. https://wiki.open311.org/GeoReport_v2/
"""
