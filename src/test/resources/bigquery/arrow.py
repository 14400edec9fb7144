"""Makes the Arrow messages beside it, as the Storage Read API sends them; run with pyarrow 26."""
import pyarrow as pa, decimal, datetime as dt, sys, os
D=decimal.Decimal
decimal.getcontext().prec=90
utc=dt.timezone.utc
big=D('57896044618658097711785492504343953926.34992332820282019728792003956564819967')
cols=[
 ('big', pa.decimal256(76,38), [big, -big, D('0'), None]),
 ('numeric', pa.decimal128(38,9), [D('1.5'), D('-0.000000001'), D('100'), None]),
 ('span', pa.month_day_nano_interval(), [pa.MonthDayNano([14,3,14706700000000]), pa.MonthDayNano([-1,-2,-1500000000]), pa.MonthDayNano([0,0,0]), None]),
 ('at', pa.timestamp('us',tz='UTC'), [dt.datetime(1,1,1,tzinfo=utc), dt.datetime(9999,12,31,23,59,59,999999,tzinfo=utc), dt.datetime(1969,12,31,23,59,59,500000,tzinfo=utc), None]),
 ('local_at', pa.timestamp('us'), [dt.datetime(1,1,1), dt.datetime(2024,3,31,2,30,0,100000), dt.datetime(2024,1,1), None]),
 ('clock', pa.time64('us'), [dt.time(23,59,59,999999), dt.time(0,0), dt.time(12,30,0,120000), None]),
 ('day', pa.date32(), [dt.date(1,1,1), dt.date(9999,12,31), dt.date(1970,1,1), None]),
 ('flag', pa.bool_(), [True, False, True, None]),
 ('real', pa.float64(), [0.1, float('nan'), float('-inf'), None]),
 ('whole', pa.int64(), [-2**63, 2**63-1, 0, None]),
 ('word', pa.string(), ['', '«ü» 𝄞', 'a\nb', None]),
 ('raw', pa.binary(), [b'', b'\x00\xff', b'a', None]),
 ('months', pa.struct([('start',pa.date32()),('end',pa.date32())]), [{'start':dt.date(2024,1,1),'end':None},{'start':None,'end':dt.date(2024,1,1)},{'start':dt.date(2024,1,1),'end':dt.date(2024,2,1)},None]),
 ('items', pa.list_(pa.struct([('price',pa.decimal256(76,38)),('tags',pa.list_(pa.string())),('note',pa.string())])), [[{'price':D('1.50'),'tags':['a','b"'],'note':'{"x":[1]}'},{'price':None,'tags':[],'note':None}],[],[{'price':D('2'),'tags':['c'],'note':'null'}],[]]),
]
schema=pa.schema([pa.field(n,t) for n,t,_ in cols])
full=pa.record_batch([pa.array(v,type=t) for _,t,v in cols],schema=schema)
out=sys.argv[1]; os.makedirs(out,exist_ok=True)
open(out+'/schema.arrow','wb').write(schema.serialize().to_pybytes())
open(out+'/rows-1-3.arrow','wb').write(full.slice(0,3).serialize().to_pybytes())
open(out+'/row-4.arrow','wb').write(full.slice(3,1).serialize().to_pybytes())
